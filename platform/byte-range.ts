import { Problem } from './problem.ts';

/**
 * The one range of bytes that is asked for, both ends inside; `undefined` where the whole is to be sent: without a
 * `Range`, and for several ranges at once, which nobody needs (RFC 9110 14.2 allows it).
 * @throws Problem 416 for a range outside the file
 */
export function rangeOf(
  header: string | undefined,
  sizeBytes: number,
): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  const start = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (start > end) throw new Problem(416, 'range_outside', { sizeBytes });
  return { start, end };
}
