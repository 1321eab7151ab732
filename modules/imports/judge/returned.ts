import type { SheetColumn, SheetTable, SheetValue } from '#platform/sheets/table.ts';
import { type SheetRow, textAt } from '#shared/cells.ts';
import { importWords } from '../locales/words.ts';
import { explain, type Language } from './explain.ts';
import type { ImportField, Mapping } from './fields.ts';
import type { Header } from './header.ts';
import type { JudgedRow } from './judge.ts';

export interface ReturnPlan {
  header: Header;
  mapping: Mapping;
  language: Language;
  /** `held`: only what the person has to look at. */
  rows: 'held' | 'all';
}

/** A row of a list that came back. */
export interface ReturnedRow {
  /** With the row number of the first file; a row that the person added has none. */
  returnsTo: number | null;
  /** The cells of the first file's columns. */
  row: SheetRow;
}

/** Our columns follow those of the list, in this order. */
const ourColumns = ['rowNumber', 'conclusion', 'reason', 'advice'] as const;
const ourWidths = { rowNumber: 8, conclusion: 16, reason: 44, advice: 60 } as const;
const textWidth = 18;

/** Everything else is written as text: a phone number that a spreadsheet takes for a number loses its zeros. */
const numberFields: readonly ImportField[] = ['mileageKm', 'intervalMonths', 'intervalKm'];
const dateFields: readonly ImportField[] = [
  'lastVisitOn',
  'nextMaintenanceOn',
  'firstRegisteredOn',
  'insuranceUntil',
];

/**
 * The list handed back: the columns as they came, in their order, then row number, conclusion,
 * reason and advice (ARC-09). Mended in a spreadsheet, it can be dropped again.
 */
export function returnedSheet(
  judged: AsyncIterable<readonly JudgedRow[]> | Iterable<readonly JudgedRow[]>,
  plan: ReturnPlan,
): SheetTable {
  const words = importWords[plan.language];
  const columns: SheetColumn[] = plan.header.labels.map((header, column) => ({
    header,
    kind: kindOf(column, plan.mapping),
    width: textWidth,
  }));
  const ours = ourColumns.map((key): SheetColumn => {
    const kind = key === 'rowNumber' ? 'number' : 'text';
    return { header: words[key], kind, width: ourWidths[key] };
  });
  return {
    name: plan.rows === 'held' ? words.heldRows : words.allRows,
    columns: [...columns, ...ours],
    rows: rowsToReturn(judged, plan, columns),
  };
}

/** Whether a file is a list that we handed back, whose first file had these columns. */
export function isReturned(header: Header, original: Header): boolean {
  const width = original.labels.length;
  const added = header.labels.slice(width);
  return (
    original.labels.every((label, column) => label === header.labels[column]) &&
    Object.values(importWords).some((words) =>
      ourColumns.every((key, at) => words[key] === added[at]),
    )
  );
}

/** Reads a list that came back: what each row replaces, with the columns of the first file only. */
export async function* readReturned(
  batches: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>,
  header: Header,
  original: Header,
): AsyncGenerator<ReturnedRow[]> {
  const width = original.labels.length;
  for await (const batch of batches) {
    yield batch
      .filter(({ number }) => number > header.row)
      .map((row) => {
        const returnsTo = rowNumberIn(textAt(row, width));
        const cells = row.cells.slice(0, width);
        return { returnsTo, row: { number: returnsTo ?? row.number, cells } };
      });
  }
}

async function* rowsToReturn(
  judged: AsyncIterable<readonly JudgedRow[]> | Iterable<readonly JudgedRow[]>,
  { language, rows }: ReturnPlan,
  columns: readonly SheetColumn[],
): AsyncGenerator<SheetValue[]> {
  for await (const batch of judged) {
    for (const { row, judgement } of batch) {
      if (rows === 'held' && !judgement.isHeld) continue;
      const { conclusion, reason, advice } = explain(judgement, language);
      const own = columns.map(({ kind }, column) => valueAt(row, column, kind));
      yield [...own, judgement.row, conclusion, reason, advice];
    }
  }
}

function kindOf(column: number, mapping: Mapping): SheetColumn['kind'] {
  const isOneOf = (fields: readonly ImportField[]) =>
    fields.some((field) => mapping[field] === column);
  if (isOneOf(numberFields)) return 'number';
  return isOneOf(dateFields) ? 'date' : 'text';
}

function valueAt(row: SheetRow, column: number, kind: SheetColumn['kind']): SheetValue {
  const cell = row.cells[column];
  if (!cell) return null;
  if (kind === 'number') return cell.number ?? cell.text;
  return kind === 'date' ? (cell.date ?? cell.text) : cell.text;
}

function rowNumberIn(text: string): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
