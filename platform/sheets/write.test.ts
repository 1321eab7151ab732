import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SheetRow } from '#shared/cells.ts';
import { readSheet } from './read.ts';
import type { SheetColumn, SheetTable, SheetValue } from './table.ts';
import { toCsv } from './to-csv.ts';
import { writeSheet } from './write.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheets-written-'));
  path = join(folder, 'list.xlsx');
});
afterAll(() => rm(folder, { recursive: true }));

const columns: SheetColumn[] = [
  { header: '姓名', kind: 'text' },
  { header: '里程', kind: 'number' },
  { header: '金额', kind: 'money' },
  { header: '日期', kind: 'date', width: 14 },
];

const tableOf = (...rows: SheetValue[][]): SheetTable => ({ name: '客户', columns, rows });

async function readBack(table: SheetTable): Promise<SheetRow[]> {
  await writeSheet(path, { sheets: [table] });
  const rows: SheetRow[] = [];
  for await (const batch of readSheet(path)) rows.push(...batch);
  return rows;
}

/** The second row as a spreadsheet program holds it. */
async function rowInExcel(table: SheetTable): Promise<{ sheet: excel.Worksheet; row: excel.Row }> {
  await writeSheet(path, { sheets: [table] });
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return { sheet, row: sheet.getRow(2) };
}

test('ARC-09 what is written is read back: text, number, money in fen, date', async () => {
  const rows = await readBack(tableOf(['王芳', 178295, 123456n, '2026-10-31']));
  expect(rows[1]?.cells).toEqual([
    { text: '王芳' },
    { text: '178295', number: 178295 },
    { text: '1234.56', number: 1234.56 },
    { text: '2026-10-31', date: '2026-10-31', number: 46326 },
  ]);
});

test.each(['=1+1', '+SUM(1)', '-2', '@SUM(1+1)', "=cmd|' /C calc'!A0", '\t=1'])(
  'ARC-09 %j stays text in a spreadsheet',
  async (text) => {
    const { row } = await rowInExcel(tableOf([text]));
    expect(row.getCell(1).type).toBe(excel.ValueType.String);
    expect(row.getCell(1).value).toBe(text);
  },
);

test('ARC-09 a text cell is marked as text, so that a phone typed into it keeps its digits', async () => {
  const { row } = await rowInExcel(tableOf(['王芳', 1, 1n, '2026-10-31']));
  expect([1, 2, 3, 4].map((column) => row.getCell(column).numFmt)).toEqual([
    '@',
    '#,##0',
    '#,##0.00',
    'yyyy-mm-dd',
  ]);
});

test('ARC-09 the heading stays in sight and columns have their width', async () => {
  const { sheet } = await rowInExcel(tableOf([]));
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet.getRow(1).getCell(1).value).toBe('姓名');
  expect(sheet.getColumn(4).width).toBe(14);
});

test('ARC-09 a value that is no date or number is kept as it was typed', async () => {
  const rows = await readBack(tableOf(['王芳', '约5万', null, '2024-02-30']));
  expect(rows[1]?.cells).toEqual([
    { text: '王芳' },
    { text: '约5万' },
    null,
    { text: '2024-02-30' },
  ]);
});

test('ARC-09 a sheet name loses what spreadsheets do not allow', async () => {
  const { sheet } = await rowInExcel({ ...tableOf([]), name: `客户/档案[${'长'.repeat(40)}` });
  expect(sheet.name).toBe(`客户 档案 ${'长'.repeat(25)}`);
});

test('ARC-09 two sheets of a thousand rows, with what XML cannot hold and what it must escape', async () => {
  const odd = 'a<b> & "c"\u0000\ud800 ]]> 末\r\n尾 ';
  const rows = Array.from({ length: 1000 }, (_, at) => [`${at} ${odd}`]);
  const [first] = columns;
  const sheets = ['一', '二'].map((name) => ({ name, columns: [first!], rows }));
  await writeSheet(path, { sheets });
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(path);
  expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['一', 1001],
    ['二', 1001],
  ]);
  expect(workbook.worksheets[1]?.getCell('A1001').value).toBe('999 a<b> & "c"\ufffd ]]> 末\r\n尾 ');
});

test('ARC-09 a list that breaks off while it is written is an error, not half a file', async () => {
  async function* broken(): AsyncGenerator<SheetValue[]> {
    yield ['王芳'];
    throw new Error('the database went away');
  }
  const writing = writeSheet(path, { sheets: [{ name: '客户', columns, rows: broken() }] });
  await expect(writing).rejects.toThrow('the database went away');
});

test('ARC-09 CSV: mark, quotes, fen as yuan, and no cell that a spreadsheet would run', async () => {
  const table = tableOf(
    ['=1+1', 5, -5n, '2026-10-31'],
    ['王"芳",\n二', -5, 123456n, null],
    ['\u0000x', null, 0n, '-'],
  );
  const lines: string[] = [];
  for await (const line of toCsv(table)) lines.push(line);
  expect(lines).toEqual([
    '\uFEFF姓名,里程,金额,日期\r\n',
    "'=1+1,5,-0.05,2026-10-31\r\n",
    '"王""芳"",\n二",-5,1234.56,\r\n',
    "'\u0000x,,0.00,'-\r\n",
  ]);
});
