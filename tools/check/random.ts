/** Numbers that look random and come again with the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  (): number;
  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number;
  /** One of several. */
  of<T>(several: readonly T[]): T;
  /** The same, in another order. */
  shuffled<T>(several: readonly T[]): T[];
}

/** mulberry32: small, quick, and enough to choose what to try next. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return Object.assign(next, {
    whole,
    of: <T>(several: readonly T[]) => several[whole(several.length)] as T,
    shuffled: <T>(several: readonly T[]) => {
      const order = [...several];
      for (let at = order.length - 1; at > 0; at--) {
        const other = whole(at + 1);
        [order[at], order[other]] = [order[other] as T, order[at] as T];
      }
      return order;
    },
  });
}
