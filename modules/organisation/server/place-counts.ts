import type { Work } from '#platform/work.ts';
import { type PlaceCount, type PlaceKind, placeKinds } from '../contract.ts';

/** What a module says of its own that stands at a place of the tree. */
interface CountedAt {
  kind: PlaceKind;
  /** Whether it has to be ended before the place is closed; the rest is history and stays. */
  isOpen: boolean;
  count(work: Work, orgPath: string): Promise<number>;
}

const known = new Map<PlaceKind, CountedAt>();

/** A module says what of its own stands at a place and below it: people look at it before they move or close one. */
export function defineCountedAt(counted: CountedAt): void {
  known.set(counted.kind, counted);
}

/** What stands there, kinds of which there is nothing left out. */
export async function countsAt(
  work: Work,
  orgPath: string,
  { isOpen }: { isOpen?: true } = {},
): Promise<PlaceCount[]> {
  const counts: PlaceCount[] = [];
  for (const kind of placeKinds) {
    const counted = known.get(kind);
    if (!counted || (isOpen && !counted.isOpen)) continue;
    const count = await counted.count(work, orgPath);
    if (count > 0) counts.push({ kind, count });
  }
  return counts;
}
