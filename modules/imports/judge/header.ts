import { type SheetRow, textAt } from '#shared/cells.ts';
import { plainText } from '#shared/hint.ts';
import { readPhone } from '#shared/phones.ts';
import { readPlate } from '#shared/plates.ts';
import { readVin } from '#shared/vin.ts';
import { type ImportField, importFields } from './fields.ts';
import { type ImportKind, kinds } from './kinds.ts';

/** The row that names the columns. */
export interface Header {
  /** Row number in the sheet. */
  row: number;
  /** One text per column, '' where the list names none. */
  labels: string[];
}

/** Titles, export dates and remarks above a list rarely take more. */
const rowsLookedAt = 30;

/**
 * Finds the row that names the columns among titles, merged cells and blanks: the one in which
 * most cells are headings that we know, and at least two. `undefined` when the list has none.
 */
export function findHeader(
  rows: readonly SheetRow[],
  kind: ImportKind = 'customers',
): Header | undefined {
  let best: { row: SheetRow; known: number } | undefined;
  for (const row of rows.slice(0, rowsLookedAt)) {
    const fields = labelsOf(row).map((label) => fieldNamed(label, kind)?.field);
    const known = new Set(fields.filter((field) => field !== undefined)).size;
    if (known >= 2 && known > (best?.known ?? 0)) best = { row, known };
  }
  if (!best) return undefined;
  const labels = labelsOf(best.row);
  // A column may have data and no heading: it still has its place.
  const width = Math.max(...rows.slice(0, rowsLookedAt).map(({ cells }) => cells.length));
  while (labels.length < width) labels.push('');
  return { row: best.row.number, labels };
}

/** What a row of the sheet is. Only `data` is judged. */
export type RowKind = 'data' | 'blank' | 'totals' | 'heading';

/** Tells data from blanks, totals (合计 …) and headings repeated on each printed page. */
export function kindOfRow(row: SheetRow, header: Header | undefined): RowKind {
  const texts = row.cells.map((_, column) => textAt(row, column)).filter((text) => text !== '');
  const [first] = texts;
  if (first === undefined) return 'blank';
  if (header && (row.number <= header.row || repeats(row, header))) return 'heading';
  if (totals.test(first.replace(/\s/g, '')) && !texts.some(namesSomebody)) return 'totals';
  return 'data';
}

/** How well a heading names a field: 1 word for word, less with an addition. */
export function fieldNamed(
  label: string,
  kind: ImportKind = 'customers',
): { field: ImportField; fit: number } | undefined {
  const { fields } = kinds[kind];
  const whole = normaliseLabel(label);
  if (whole === '') return undefined;
  const withoutUnit = normaliseLabel(
    label.replace(/[（(【[][^（(【[)）】\]]{0,100}[)）】\]]/g, ''),
  );
  return (
    bestMatch(fields, (name) => (name === whole ? 1 : 0)) ??
    bestMatch(fields, (name) => (name === withoutUnit ? 0.9 : 0)) ??
    // A longer name inside the heading says more than a shorter one: 车主联系电话 is a phone.
    bestMatch(fields, (name) =>
      name.length > 1 && whole.endsWith(name) ? 0.6 + name.length / 100 : 0,
    )
  );
}

const totals = /^(合计|总计|小计|共计|总数|累计|本页合计|本页小计|total|subtotal|sum)/i;

function bestMatch(fields: readonly ImportField[], fitOf: (name: string) => number) {
  let best: { field: ImportField; fit: number } | undefined;
  for (const field of fields) {
    const fit = Math.max(...importFields[field].map(fitOf));
    if (fit > (best?.fit ?? 0)) best = { field, fit };
  }
  return best;
}

function labelsOf(row: SheetRow): string[] {
  return row.cells.map((_, column) => textAt(row, column).replace(/\s+/g, ' '));
}

function repeats(row: SheetRow, header: Header): boolean {
  const labels = labelsOf(row);
  return header.labels.every((label, column) => label === (labels[column] ?? ''));
}

function namesSomebody(text: string): boolean {
  return [readPhone(text), readPlate(text), readVin(text)].some(({ kind }) => kind !== 'faulty');
}

/** A heading without blanks, punctuation and case: by this two headings are the same. */
export function normaliseLabel(label: string): string {
  return plainText(label)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
