export interface Figures {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Milliseconds of each of many calls, one after the other. */
export async function timesOf(calls: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = [];
  for (const call of calls) {
    const from = process.hrtime.bigint();
    await call();
    times.push(Number(process.hrtime.bigint() - from) / 1e6);
  }
  return times;
}

export function figuresOf(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const rounded = (value: number) => Math.round(value * 100) / 100;
export const ratioOf = (value: number, floor: number) => rounded(value / Math.max(floor, 0.01));
