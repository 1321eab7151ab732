import type { Work } from '#platform/work.ts';
import type { ImportKind } from '../judge/kinds.ts';
import type { TidyRow, TidyValues, WarningCode } from '../judge/verdict.ts';
import type { BatchRow } from './queries.ts';

/** The list that rows belong to: its place in the tree is where they are compared and written. */
export type KeptList = Pick<BatchRow, 'id' | 'kind' | 'orgUnitId' | 'orgPath' | 'createdBy'>;

/** A row as it was read. What `place` finds wrong with it, it adds to `faults`, `warnings` and `tidied`. */
export interface RowRead extends TidyRow {
  rowNo: number;
}

/** What a row is about, and what will be written for it. */
export interface Placed {
  /** Rows of one subject are compared with each other; `null`: not known, which is a fault of the row. */
  subject: string | null;
  /** The customer on file whom the row concerns. */
  customerId?: string;
  /** Whatever `write` wants to know besides the values; kept as JSON until the list is written. */
  staged?: object;
}

export interface RowToWrite {
  rowNo: number;
  values: TidyValues;
  customerId: string | null;
  staged: object | null;
}

/** What came of taking a list back: rows that are gone, and rows that stay with the reason, which is shown with them. */
export interface TakenBack {
  gone: readonly number[];
  stayed: readonly { rowNo: number; code: WarningCode }[];
}

/**
 * What a module does with the rows of its kind of list. How they are read stands in `judge/kinds/<kind>.ts`; files,
 * columns, corrections, questions, parts and the way back to Excel are the imports' own.
 */
export interface KeptKind {
  kind: ImportKind;
  /** Finds what rows are about and compares them with the house: a few statements for all of them. */
  place(work: Work, list: KeptList, rows: readonly RowRead[]): Promise<readonly Placed[]>;
  /** Whether a row says again what an earlier one of its subject says: a person decides then. */
  repeats(values: TidyValues, earlier: TidyValues): boolean;
  /** Whether something came in between since the rows were judged. Locks what `write` will change. */
  hasChanged(work: Work, list: KeptList, rows: readonly RowToWrite[]): Promise<boolean>;
  /** Writes a part of the accepted rows; all parts are one transaction. @returns how many records were made */
  write(work: Work, list: KeptList, rows: readonly RowToWrite[]): Promise<number>;
  /** Takes back what nobody used since. */
  takeBack(work: Work, list: KeptList): Promise<TakenBack>;
}

const known = new Map<ImportKind, KeptKind>();

/** Called once while the program is put together, by the module that keeps the rows of a kind of list. */
export function defineImportKind(kept: KeptKind): void {
  if (known.has(kept.kind)) throw new Error(`lists of ${kept.kind} are kept by two modules`);
  known.set(kept.kind, kept);
}

/** Who keeps the rows of a kind. */
export function keptKind(kind: ImportKind): KeptKind {
  const kept = known.get(kind);
  if (!kept) throw new Error(`nobody keeps lists of ${kind}`);
  return kept;
}
