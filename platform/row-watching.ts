import type { RowOf, Tables } from '#database/types.generated.ts';
import type { Work } from './work.ts';

/** A row that was written: all of it, or its id alone where many were changed by SQL of their own. */
export type Written<T extends keyof Tables> = Partial<RowOf<T>>;

export interface RowWatch<T extends keyof Tables = keyof Tables> {
  /** A change of one of them is told, and a new row where `isNewTold`. */
  columns: readonly (keyof RowOf<T> & string)[];
  isNewTold?: boolean;
  /** Runs in the same transaction; it must be quick and must not fail. */
  written(work: Work, rows: readonly Written<T>[]): Promise<void>;
}

const watches = new Map<string, RowWatch[]>();

/** Lets a module keep a sum of another module's rows right, in the transaction that changes them. */
export function watchRows<T extends keyof Tables>(table: T, watch: RowWatch<T>): void {
  watches.set(table, [...watchesOf(table), watch as unknown as RowWatch]);
}
/** The tables that somebody looks at, as the code says them. */
export const watchedTables = (): string[] => [...watches.keys()];
const watchesOf = (table: string): readonly RowWatch[] => watches.get(table) ?? [];

/** Rows that are there for the first time, as the data layer wrote them. */
export async function tellNew(work: Work, table: keyof Tables, rows: readonly object[]) {
  for (const watch of watchesOf(table)) if (watch.isNewTold) await watch.written(work, rows);
}

/** A row that the data layer changed, where what it changed is looked at by somebody. */
export async function tellChanged(work: Work, table: keyof Tables, change: object, row: object) {
  const isChanged = (column: string) => (change as Record<string, unknown>)[column] !== undefined;
  for (const watch of watchesOf(table)) {
    if (watch.columns.some(isChanged)) await watch.written(work, [row]);
  }
}

/** Rows changed by a statement of one's own, or what they are joined with: whoever looks at the table is told their ids. */
export async function tellRewritten(work: Work, table: keyof Tables, ids: readonly string[]) {
  if (ids.length === 0) return;
  for (const watch of watchesOf(table)) {
    await watch.written(
      work,
      ids.map((id) => ({ id })),
    );
  }
}
