/** One cell of a spreadsheet as read: always its text, and what else the file knows about it. */
export interface Cell {
  /** What a person would read; a number without thousands separators, a date as `YYYY-MM-DD`. */
  text: string;
  /** Present when the file holds a number (dates included: their serial number). */
  number?: number;
  /** `YYYY-MM-DD`, present when the number format says that this is a day. */
  date?: string;
  /** The text is the last result of a formula. The formula itself is never evaluated. */
  formula?: true;
}

/** A row that holds something. Empty cells are `null`; trailing ones are left out. */
export interface SheetRow {
  /** Row number as the spreadsheet program shows it, from 1. */
  number: number;
  cells: (Cell | null)[];
}

/** The text of a cell without blanks around it; '' where there is none. */
export function textAt(row: SheetRow, column: number): string {
  return row.cells[column]?.text.trim() ?? '';
}
