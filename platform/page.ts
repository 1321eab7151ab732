import type { Cursors } from './cursor.ts';
import { placed } from './privacy.ts';

/** What a list's caller asked for, with the page size settled. */
export interface PageAsked {
  limit?: number;
  cursor?: string;
}

/** Where a page begins in a list that is ordered by an instant and the id: after that row, or at the start. */
export interface PageAfter {
  afterAt: Date | null;
  afterId: string | null;
  size: number;
}

/** What is shown of a row stands where the row does. */
function atPlaceOf<Item>(row: unknown, item: Item): Item {
  const { orgPath } = row as { orgPath?: unknown };
  return typeof orgPath === 'string' && typeof item === 'object' && item !== null
    ? placed(item, orgPath)
    : item;
}

/** How many rows a page has: as asked, else 50. */
export const sizeOf = ({ limit }: PageAsked): number => limit ?? 50;

/**
 * Cuts a page out of rows that were fetched one more than asked: the surplus row only tells that there is more.
 * `keyOf` is the sort key, ending in the id, so that pages stay stable while rows are inserted.
 */
export function pageOf<Row, Item>(
  cursors: Cursors,
  list: string,
  asked: PageAsked,
  rows: readonly Row[],
  keyOf: (row: Row) => readonly unknown[],
  present: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const size = sizeOf(asked);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => atPlaceOf(row, present(row))),
    nextCursor: last === undefined ? null : cursors.seal(list, keyOf(last)),
  };
}
