import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import { daysBetween, isDate } from '#shared/dates.ts';
import type { ColumnKind, SheetTable, SheetValue } from './table.ts';
import {
  dataRow,
  headerRow,
  sheetEnd,
  sheetStart,
  type WorkbookProperties,
  workbookParts,
} from './workbook-xml.ts';

/** What fits between two turns of the event loop without being felt by others. */
const rowsPerTurn = 100;
/** Excel refuses a file with a longer cell. */
const longestText = 32_767;
/** Day 0 of a spreadsheet's calendar. */
const dayZero = '1899-12-30';

/**
 * Writes a workbook row by row to a file or stream, so that a long list needs little memory.
 * Strings become typed text cells and never formulas (D-53).
 */
export async function writeSheet(
  target: string | Writable,
  workbook: { sheets: readonly SheetTable[]; properties?: WorkbookProperties; footer?: string },
): Promise<void> {
  const { sheets, properties, footer } = workbook;
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(workbookParts(sheets.map(sheetName), properties)))
    zip.addBuffer(Buffer.from(text), path);
  for (const [at, table] of sheets.entries()) {
    const rows = Readable.from(sheetXml(table, footer), { objectMode: false });
    rows.once('error', (error) => (zip.outputStream as Readable).destroy(error));
    zip.addReadStream(rows, `xl/worksheets/sheet${at + 1}.xml`);
  }
  zip.end();
  const out = typeof target === 'string' ? createWriteStream(target) : target;
  await pipeline(zip.outputStream, out);
}

async function* sheetXml({ columns, rows }: SheetTable, footer?: string): AsyncGenerator<Buffer> {
  let text = sheetStart(columns.map(({ width, header }) => width ?? widthFor(header)));
  text += headerRow(columns);
  let number = 1;
  for await (const values of rows) {
    number += 1;
    text += dataRow(
      number,
      columns.map(({ kind }, at) => ({ kind, value: cellValue(kind, values[at]) })),
    );
    if (number % rowsPerTurn > 0) continue;
    yield Buffer.from(text);
    text = '';
    await nextTurn();
  }
  yield Buffer.from(text + sheetEnd(footer));
}

function cellValue(kind: ColumnKind, value: SheetValue): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'money' && typeof value !== 'string') return Number(value) / 100;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return kind === 'text' ? String(value) : value;
  if (kind === 'date' && isDate(value)) return daysBetween(dayZero, value);
  return value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
}

/** Excel allows 31 characters without `[ ] : * ? / \`. */
const sheetName = ({ name }: SheetTable): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

function widthFor(header: string): number {
  return Math.max(10, header.length * 2 + 4);
}
