import type { Random } from '../random.ts';

/** The same file, damaged: bits, cuts, pieces moved, another's head, another's tail. */
export function mutated(bytes: Buffer, others: readonly Buffer[], random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = () => random.whole(Math.max(1, copy.length));
  switch (random.whole(9)) {
    case 0:
      return copy;
    case 1:
      return copy.subarray(0, at());
    case 2:
      return copy.subarray(at());
    case 3: {
      const other = random.of(others);
      const head = other.subarray(0, 4 + random.whole(60));
      return Buffer.concat([head, copy.subarray(head.length)]);
    }
    case 4: {
      const other = random.of(others);
      return Buffer.concat([copy.subarray(0, at()), other.subarray(random.whole(other.length))]);
    }
    case 5: {
      const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number];
      return Buffer.concat([copy.subarray(0, to), copy.subarray(from)]);
    }
    case 6: {
      // Lengths and counts stand in four bytes: the largest, the smallest, the one with the sign.
      const place = Math.min(at(), Math.max(0, copy.length - 4));
      const edge = random.of([0, 1, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_ff]);
      if (copy.length >= 4) copy.writeUInt32BE(edge, place);
      return copy;
    }
    default:
      for (let count = 1 + random.whole(24); count > 0 && copy.length > 0; count--) {
        // Most damage is done where a file says what it is.
        const place = random() < 0.5 ? random.whole(Math.min(copy.length, 512)) : at();
        copy[place] = random() < 0.5 ? random.whole(256) : copy[place]! ^ (1 << random.whole(8));
      }
      return copy;
  }
}
