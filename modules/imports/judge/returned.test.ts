import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheet } from '#platform/sheets/read.ts';
import { writeSheet } from '#platform/sheets/write.ts';
import { type SheetRow, textAt } from '#shared/cells.ts';
import { recogniseColumns } from './columns.ts';
import { findHeader } from './header.ts';
import { type JudgingPlan, judge } from './judge.ts';
import { isReturned, type ReturnPlan, readReturned, returnedSheet } from './returned.ts';
import { verdictOf } from './verdict.ts';

const list = new URL('../../../test/fixtures/old-customer-list.xlsx', import.meta.url).pathname;
let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'returned-'));
  path = join(folder, 'returned.xlsx');
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsIn(file: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of readSheet(file)) rows.push(...batch);
  return rows;
}

function planFor(rows: SheetRow[]) {
  const header = findHeader(rows);
  if (!header) throw new Error('no heading');
  return { header, mapping: recogniseColumns(header, rows).mapping, today: '2026-11-21' };
}

async function verdictsOf(rows: SheetRow[], plan: JudgingPlan): Promise<Map<number, string>> {
  const verdicts = new Map<number, string>();
  for await (const judged of judge([rows], plan)) {
    for (const { judgement } of judged) verdicts.set(judgement.row, verdictOf(judgement));
  }
  return verdicts;
}

/** Judges the list, hands it back as a file, and reads that file. */
async function handBack(choice: Pick<ReturnPlan, 'language' | 'rows'>) {
  const rows = await rowsIn(list);
  const plan = planFor(rows);
  await writeSheet(path, { sheets: [returnedSheet(judge([rows], plan), { ...plan, ...choice })] });
  return { rows, plan, returned: await rowsIn(path) };
}

test('ARC-09 held rows go back in their own columns, each with its reason and advice', async () => {
  const { plan, returned } = await handBack({ language: 'zh-CN', rows: 'held' });
  const [heading, ...held] = returned;
  expect(held).toHaveLength(202);
  expect(heading?.cells.map((cell) => cell?.text)).toEqual([
    ...plan.header.labels,
    '行号',
    '结论',
    '原因',
    '建议',
  ]);
  const wrongVin = held.find((row) => textAt(row, 16) === '62');
  expect(wrongVin?.cells.slice(16).map((cell) => cell?.text)).toEqual([
    '62',
    '待处理',
    '车架号里有不允许的字符',
    '第 6 位是字母 O，车架号不用字母 I、O、Q，是否为数字 0？ 可改为：LGW6M0BLX6WK27883',
  ]);
  const sold = held.find((row) => textAt(row, 16) === '47');
  expect(sold && textAt(sold, 18)).toBe('与第 29 行是同一辆车，客户不同');
});

test('ARC-09 in English for those who read English', async () => {
  const { returned } = await handBack({ language: 'en', rows: 'held' });
  expect(returned[0]?.cells.slice(16).map((cell) => cell?.text)).toEqual([
    'Row',
    'Conclusion',
    'Reason',
    'Advice',
  ]);
});

test('ARC-09 a list that comes back is known, and judged as the first one was', async () => {
  const { rows, plan, returned } = await handBack({ language: 'zh-CN', rows: 'all' });
  const header = findHeader(returned);
  expect(header && isReturned(header, plan.header)).toBe(true);
  expect(isReturned(plan.header, plan.header)).toBe(false);
  if (!header) return;
  const back: SheetRow[] = [];
  for await (const batch of readReturned([returned], header, plan.header)) {
    back.push(...batch.map(({ row }) => row));
  }
  const before = await verdictsOf(rows, plan);
  const after = await verdictsOf(back, plan);
  // A phone kept as a number comes back as text: the only thing that was mended by writing.
  const expected = [...before].map(([row, verdict]) => [
    row,
    verdict === 'ok:phone_numeric' ? 'ok' : verdict,
  ]);
  expect([...after]).toEqual(expected);
});

test('ARC-09 a row mended in the returned file replaces the row that it came from', async () => {
  const { rows, plan, returned } = await handBack({ language: 'zh-CN', rows: 'held' });
  const header = findHeader(returned);
  if (!header) throw new Error('no heading');
  const mended = new Map<number, SheetRow>();
  for await (const batch of readReturned([returned], header, plan.header)) {
    for (const { returnsTo, row } of batch) {
      if (returnsTo !== 8) continue;
      const cells = row.cells.map((cell, at) => (at === 9 ? { text: '4153' } : cell));
      mended.set(returnsTo, { ...row, cells });
    }
  }
  const verdicts = await verdictsOf(rows, { ...plan, returned: mended });
  expect(verdicts.get(8)).toBe('ok');
  expect(verdicts.get(48)).toBe('mileage_negative');
});

test('ARC-09 a row that a person added to the returned file has no row to return to', async () => {
  const original = { row: 1, labels: ['姓名'] };
  const header = { row: 1, labels: ['姓名', '行号', '结论', '原因', '建议'] };
  const added: SheetRow = { number: 9, cells: [{ text: '新客户' }] };
  for await (const batch of readReturned([[added]], header, original)) {
    expect(batch).toEqual([{ returnsTo: null, row: added }]);
  }
});
