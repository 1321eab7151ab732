/** A WAL segment's name: timeline, and two halves of its number. */
const pattern = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})$/;

export const isSegment = (name: string): boolean => pattern.test(name);

/** The segment that follows, by PostgreSQL's own counting. */
export function nextSegment(name: string, segmentBytes: number): string {
  const [, timeline, high, low] = pattern.exec(name) ?? [];
  if (!timeline || !high || !low) throw new Error(`${name} is not the name of a segment`);
  const perHigh = Math.floor(0x1_0000_0000 / segmentBytes);
  const next = Number.parseInt(low, 16) + 1;
  const carried = next === perHigh;
  const highNext = Number.parseInt(high, 16) + (carried ? 1 : 0);
  return timeline + hex(highNext) + hex(carried ? 0 : next);
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');

/** What can be replayed without a hole, and where the first hole is. */
export interface Run {
  readonly segments: readonly string[];
  /** Missing although later ones are there; undefined when nothing is. */
  readonly missing: string | undefined;
}

/**
 * The segments from one on, as far as they follow each other.
 * @param last known to have been there: when it is not, there is a hole at the end
 */
export function runFrom(
  first: string,
  present: readonly string[],
  segmentBytes: number,
  last?: string,
): Run {
  const timeline = first.slice(0, 8);
  const there = new Set(present.filter((name) => isSegment(name) && name.startsWith(timeline)));
  const segments: string[] = [];
  let name = first;
  for (; there.has(name); name = nextSegment(name, segmentBytes)) segments.push(name);
  const end = [...there, ...(last?.startsWith(timeline) ? [last] : [])].sort().at(-1) ?? first;
  return { segments, missing: name <= end ? name : undefined };
}
