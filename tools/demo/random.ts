/** Draws that are the same every time: the sample shop has to look alike for everyone (mulberry32). */
export class Random {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** A whole number between both ends, which count. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
  oneOf<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  digits(count: number): string {
    let text = '';
    for (let at = 0; at < count; at++) text += this.whole(0, 9);
    return text;
  }
  /** A UUIDv7 of the given instant, drawn like everything else. */
  id(instant: Date): string {
    const time = instant.getTime().toString(16).padStart(12, '0');
    const hex = (count: number) =>
      Array.from({ length: count }, () => this.whole(0, 15).toString(16)).join('');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${this.oneOf(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  }
}
