/** What a column holds decides how its cells are written. */
export type ColumnKind = 'text' | 'number' | 'money' | 'date';

export interface SheetColumn {
  header: string;
  kind: ColumnKind;
  /** In characters of half width. */
  width?: number;
}

/**
 * `text`: a string, always written as text, whatever it looks like. `number`: a number.
 * `money`: whole fen. `date`: `YYYY-MM-DD`. A string in a column of another kind is written as
 * the text it is: a list that is handed back keeps what somebody typed there.
 */
export type SheetValue = string | number | bigint | null | undefined;

export interface SheetTable {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;
}
