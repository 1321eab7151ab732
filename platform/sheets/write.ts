import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import excel from 'exceljs';
import { isDate } from '#shared/dates.ts';
import type { ColumnKind, SheetColumn, SheetTable, SheetValue } from './table.ts';

const font = { name: 'Microsoft YaHei', family: 2, size: 10 };
/** What fits between two turns of the event loop without being felt by others. */
const rowsPerTurn = 100;
/** Excel refuses a file with a longer cell. */
const longestText = 32_767;

const formats: Record<ColumnKind, string> = {
  // As text, so that a phone number typed into the cell later stays text as well.
  text: '@',
  number: '#,##0',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
};

/**
 * Writes a workbook row by row to a file or stream, so that a long list needs little memory.
 * Strings become typed text cells and never formulas (D-53).
 */
export async function writeSheet(
  target: string | Writable,
  { sheets }: { sheets: readonly SheetTable[] },
): Promise<void> {
  const workbook = new excel.stream.xlsx.WorkbookWriter({
    ...(typeof target === 'string' ? { filename: target } : { stream: target }),
    useStyles: true,
  });
  for (const table of sheets) await writeTable(workbook, table);
  await workbook.commit();
}

async function writeTable(
  workbook: excel.stream.xlsx.WorkbookWriter,
  { name, columns, rows }: SheetTable,
): Promise<void> {
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map(({ kind, header, width }) => ({
    width: width ?? widthFor(header),
    style: { font, numFmt: formats[kind] },
  }));
  writeHeader(sheet, columns);
  let written = 0;
  for await (const values of rows) {
    sheet.addRow(columns.map(({ kind }, index) => cellValue(kind, values[index]))).commit();
    written += 1;
    if (written % rowsPerTurn === 0) await nextTurn();
  }
  sheet.commit();
}

function writeHeader(sheet: excel.Worksheet, columns: readonly SheetColumn[]): void {
  const row = sheet.addRow(columns.map(({ header }) => header));
  row.eachCell((cell) => {
    cell.font = { ...font, bold: true };
    cell.numFmt = '@';
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF1F5' } };
  });
  row.commit();
}

function cellValue(kind: ColumnKind, value: SheetValue): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'money' && typeof value !== 'string') return Number(value) / 100;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return kind === 'text' ? String(value) : value;
  if (kind === 'date' && isDate(value)) return new Date(`${value}T00:00:00Z`);
  return value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value;
}

/** Excel allows 31 characters without `[ ] : * ? / \`. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function widthFor(header: string): number {
  return Math.max(10, header.length * 2 + 4);
}
