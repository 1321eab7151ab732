import type { ColumnKind, SheetTable, SheetValue } from './table.ts';

/** A cell that starts like this would be run as a formula (OWASP ASVS 1.2.10, D-53). */
const formulaStart = /^[=+\-@\t\r\0]/;

/**
 * Yields a table as CSV, line by line: UTF-8 with mark (so that Excel reads the characters right),
 * RFC 4180 quotes, formula-like text led by an apostrophe.
 */
export async function* toCsv({ columns, rows }: Omit<SheetTable, 'name'>): AsyncGenerator<string> {
  yield `\uFEFF${line(columns.map(({ header }) => quoted(header)))}`;
  for await (const values of rows) {
    yield line(columns.map(({ kind }, index) => csvCell(kind, values[index])));
  }
}

function csvCell(kind: ColumnKind, value: SheetValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(value);
  return kind === 'money' ? yuan(BigInt(value)) : String(value);
}

function yuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function quoted(text: string): string {
  const guarded = formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function line(cells: string[]): string {
  return `${cells.join(',')}\r\n`;
}
