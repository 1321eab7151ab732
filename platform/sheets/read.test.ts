import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell, SheetRow } from '#shared/cells.ts';
import { type ReadOptions, readSheet, sheetsOf } from './read.ts';
import { textRow, writeWorkbook } from './xlsx-for-tests.ts';

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheets-'));
  path = join(folder, 'list');
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsIn(file: string, options?: ReadOptions): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of readSheet(file, options)) rows.push(...batch);
  return rows;
}

/** Reads one row made of this XML. */
async function cellsOf(xml: string, parts?: Record<string, string>): Promise<(Cell | null)[]> {
  await writeWorkbook(path, `<sheetData><row r="1">${xml}</row></sheetData>`, parts);
  return (await rowsIn(path))[0]?.cells ?? [];
}

describe('ARC-09 a cell is read', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>';
  const parts = { 'xl/styles.xml': styles };

  test.each<[string, string, Cell]>([
    ['a number', '<c><v>178295</v></c>', { text: '178295', number: 178295 }],
    [
      'a phone kept as a number, whole',
      '<c><v>1.7584870979E10</v></c>',
      { text: '17584870979', number: 17584870979 },
    ],
    ['without stray digits', '<c><v>0.30000000000000004</v></c>', { text: '0.3', number: 0.3 }],
    [
      'a date',
      '<c s="1"><v>46127</v></c>',
      { text: '2026-04-15', date: '2026-04-15', number: 46127 },
    ],
    [
      'a date with its time',
      '<c s="2"><v>46127.75</v></c>',
      { text: '2026-04-15 18:00', date: '2026-04-15', number: 46127.75 },
    ],
    [
      'the day before the leap day that never was',
      '<c s="1"><v>59</v></c>',
      { text: '1900-02-28', date: '1900-02-28', number: 59 },
    ],
    ['a time without a day', '<c s="4"><v>0.375</v></c>', { text: '09:00', number: 0.375 }],
    ['no date where only the unit has a d', '<c s="3"><v>5</v></c>', { text: '5', number: 5 }],
    ['no date before the count begins', '<c s="1"><v>-1</v></c>', { text: '-1', number: -1 }],
    ['an ISO date', '<c t="d"><v>2026-04-15</v></c>', { text: '2026-04-15', date: '2026-04-15' }],
    ['no ISO date where it is none', '<c t="d"><v>soon</v></c>', { text: 'soon' }],
    ['a truth', '<c t="b"><v>1</v></c>', { text: 'TRUE' }],
    ['an error as its text', '<c t="e"><v>#N/A</v></c>', { text: '#N/A' }],
    [
      'the last result of a formula',
      '<c><f>1+1</f><v>2</v></c>',
      { text: '2', number: 2, formula: true },
    ],
    [
      'the last text of a formula',
      '<c t="str"><f>A1</f><v>王</v></c>',
      { text: '王', formula: true },
    ],
    ['escaped characters', '<c t="str"><v>一_x000D_二 &lt;</v></c>', { text: '一\r二 <' }],
    [
      'rich text joined, without its phonetic guide',
      '<c t="inlineStr"><is><r><t>王</t></r><r><t xml:space="preserve"> 芳</t></r><rPh><t>wang</t></rPh></is></c>',
      { text: '王 芳' },
    ],
  ])('%s', async (_name, xml, cell) => {
    expect(await cellsOf(xml, parts)).toEqual([cell]);
  });

  test('shared text by its number', async () => {
    const sharedStrings = '<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r></si></sst>';
    const cells = await cellsOf('<c t="s"><v>1</v></c><c t="s"><v>0</v></c>', {
      'xl/sharedStrings.xml': sharedStrings,
    });
    expect(cells).toEqual([{ text: '乙丙' }, { text: '甲' }]);
  });

  test('days counted from 1904', async () => {
    const cells = await cellsOf('<c s="1"><v>44665</v></c>', {
      ...parts,
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect(cells[0]?.date).toBe('2026-04-15');
  });

  test('at its place, with null before it', async () => {
    expect(await cellsOf('<c r="C1"><v>3</v></c><c><v>4</v></c>')).toEqual([
      null,
      null,
      { text: '3', number: 3 },
      { text: '4', number: 4 },
    ]);
  });
});

test('ARC-09 blank rows are left out, row numbers stay those of the spreadsheet', async () => {
  await writeWorkbook(
    path,
    '<sheetData><row r="2"><c><v>1</v></c></row><row r="3"><c/></row><row r="5"><c><v>2</v></c></row></sheetData>',
  );
  expect((await rowsIn(path)).map(({ number }) => number)).toEqual([2, 5]);
});

test('ARC-09 element names may carry a prefix', async () => {
  await writeWorkbook(path, '', {
    'xl/worksheets/sheet1.xml':
      '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  });
  expect(await rowsIn(path)).toEqual([{ number: 1, cells: [{ text: '7', number: 7 }] }]);
});

test.each(['worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml', '../xl/./worksheets/Sheet1.xml'])(
  'ARC-09 a sheet is found where the workbook says: %s',
  async (target) => {
    await writeWorkbook(path, `<sheetData>${textRow(['甲'])}</sheetData>`, {
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="${target}"/></Relationships>`,
    });
    expect(await rowsIn(path)).toEqual([{ number: 1, cells: [{ text: '甲' }] }]);
  },
);

test('ARC-09 the sheets of a file are listed with their rows', async () => {
  const list = new URL('../../test/fixtures/old-customer-list.xlsx', import.meta.url).pathname;
  expect(await sheetsOf(list)).toEqual([
    { name: '客户档案', isHidden: false, rowCount: 1203 },
    { name: '说明', isHidden: false, rowCount: 1 },
  ]);
  expect(await rowsIn(list, { sheet: '说明' })).toEqual([
    { number: 1, cells: [{ text: '旧系统导出，2026年10月' }] },
  ]);
});

describe('ARC-09 a text table is read', () => {
  const expected = [
    { number: 1, cells: [{ text: '姓名' }, { text: '备注' }] },
    { number: 2, cells: [{ text: '王芳' }, { text: '说："好"，\n下次再来' }] },
    { number: 4, cells: [null, { text: '尾' }] },
  ];
  const table = '姓名,备注\r\n王芳,"说：""好""，\n下次再来"\r\n,\r\n,尾';
  const gb18030 = Buffer.from(
    'd0d5c3fb2cb1b8d7a20d0acdf5b7bc2c22cbb5a3ba2222bac32222a3ac0acfc2b4ced9d4c0b4220d0a2c0d0a2cceb2',
    'hex',
  );

  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16 with tabs', Buffer.from(`\uFEFF${table.replaceAll(',', '\t')}`, 'utf16le')],
    ['line feeds only', Buffer.from(table.replaceAll('\r\n', '\n'))],
    ['semicolons', Buffer.from(table.replaceAll(',', ';'))],
  ])('%s', async (_name, bytes) => {
    await writeFile(path, bytes);
    expect(await rowsIn(path)).toEqual(expected);
  });

  test('GB18030, as Excel in China saves it', async () => {
    await writeFile(path, gb18030);
    expect((await rowsIn(path))[0]).toEqual(expected[0]);
  });
});

test('ARC-09 of a list that was half read only the other half is told', async () => {
  await writeFile(path, ['姓名', '甲', '', '乙', '丙'].join('\n'));
  const numbers: number[] = [];
  for await (const rows of readSheet(path, { after: 2 }))
    numbers.push(...rows.map(({ number }) => number));
  expect(numbers).toEqual([4, 5]);
});

test('ARC-09 fifty thousand rows come in small batches, in little memory, and others keep their turn', async () => {
  const rowXml = (row: number) =>
    textRow(Array.from({ length: 16 }, (_, column) => `第${row * 7919 + column * 104_729}号`));
  const xml = Array.from({ length: 50_000 }, (_, row) => rowXml(row)).join('');
  await writeWorkbook(path, `<sheetData>${xml}</sheetData>`);
  let turns = 0;
  let rows = 0;
  let largest = 0;
  const turning = setInterval(() => {
    turns += 1;
  });
  // The reading thread would die if it held the sheet: its text alone takes more than this heap.
  for await (const batch of readSheet(path, { limits: { memoryMb: 48 } })) {
    rows += batch.length;
    largest = Math.max(largest, batch.length);
  }
  clearInterval(turning);
  expect(rows).toBe(50_000);
  expect(largest).toBeLessThan(500);
  expect(turns).toBeGreaterThan(20);
}, 60_000);

test('ARC-09 whoever stops reading ends the thread', async () => {
  await writeWorkbook(path, `<sheetData>${textRow(['甲']).repeat(10_000)}</sheetData>`);
  for await (const batch of readSheet(path)) {
    expect(batch[0]?.cells).toEqual([{ text: '甲' }]);
    break;
  }
});
