import excel from 'exceljs';
import { describe, expect } from 'vitest';
import { exportRoutes } from '#modules/exports/contract.ts';
import { importRoutes } from '#modules/imports/contract.ts';
import {
  allRows,
  bring,
  importNow,
  undoNow,
  upload,
  workbookOf,
} from '#modules/imports/server/lists-for-tests.ts';
import { exportedList } from '#platform/exported-lists.ts';
import { type TestEmployee, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { priceRoutes } from '../contract.ts';
import { quoteOffers } from './index.ts';

const heading = [
  '类别',
  '编号',
  '名称',
  '工时定额',
  '定额来源',
  '单价',
  '单位',
  '配件类别',
  '生效日期',
];
const job = ['工时项目', 'GS-01', '更换前制动片', '1.5', '生产厂家', '', '', '', ''];
const part = ['配件', 'BP-01', '前制动片', '', '', '350', '套', '原厂', ''];
const but = (row: readonly string[], changes: Record<string, string>) =>
  row.map((cell, at) => changes[heading[at]!] ?? cell);

const bringPrices = async (who: TestEmployee, rows: readonly (readonly string[])[]) =>
  bring(who, await workbookOf([heading, ...rows]), '价格表.xlsx', 'prices');
const verdicts = async (who: TestEmployee, importId: string) =>
  Object.fromEntries((await allRows(who, importId)).map(({ rowNo, verdict }) => [rowNo, verdict]));
const listed = async (who: TestEmployee, query: object = {}) =>
  (await who.call(priceRoutes.list, { query })).items;
const prices = async (who: TestEmployee, query: object = {}) =>
  Object.fromEntries((await listed(who, query)).map(({ code, priceFen }) => [code, priceFen]));

describe('a price list from Excel', () => {
  test('WSH-12 ARC-09 the dry run says of every row what it is: new, changed from what to what, unchanged, refused why', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const first = await bringPrices(owner, [job, part]);
    expect(await verdicts(owner, first.id)).toEqual({ 2: 'ok:price_new', 3: 'ok:price_new' });
    expect(await listed(owner), 'nothing is written yet').toEqual([]);
    await importNow(owner, first.id);
    expect(await prices(owner)).toEqual({ 'GS-01': null, 'BP-01': 350_00 });

    const second = await bringPrices(owner, [
      job,
      but(part, { 单价: '380.5' }),
      but(part, { 编号: 'bp-01' }),
      but(part, { 编号: 'A', 单价: '三百' }),
      but(part, { 编号: 'B', 单价: '-1' }),
      but(part, { 编号: 'C', 配件类别: '' }),
      but(part, { 编号: 'D', 配件类别: '副厂' }),
      but(part, { 编号: '' }),
      but(part, { 单价: '390', 编号: 'E', 生效日期: '2026-01-01' }),
      but(job, { 编号: 'F', 工时定额: '一个半' }),
      but(job, { 编号: 'G', 工时定额: '', 单价: '99', 定额来源: '' }),
    ]);
    expect(await verdicts(owner, second.id)).toEqual({
      2: 'ok:price_unchanged',
      3: 'warn:price_changes',
      4: 'price_twice:3',
      5: 'price_invalid',
      6: 'price_negative',
      7: 'origin_missing',
      8: 'origin_unknown',
      9: 'price_code_missing',
      10: 'ok:price_new',
      11: 'hours_invalid',
      12: 'warn:hours_source_assumed',
    });
    const rows = await allRows(owner, second.id);
    const advice = rows[1]!.reasons.find(({ code }) => code === 'price_changes')?.advice;
    expect(advice).toContain('350.00 → 380.50');
    const { made } = await importNow(owner, second.id);
    expect(made).toMatchObject({ records: 3 });
    expect(await prices(owner)).toMatchObject({ 'BP-01': 380_50, E: 390_00, G: 99_00 });
  });

  test('WSH-12 a price that held is not changed for days that have passed', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const old = but(part, { 生效日期: '2026-01-01' });
    await importNow(owner, (await bringPrices(owner, [old])).id);
    expect(await listed(owner, { day: '2026-02-01' })).toMatchObject([{ amountFen: 350_00 }]);
    const again = await bringPrices(owner, [old]);
    expect(await verdicts(owner, again.id)).toEqual({ 2: 'ok:price_unchanged' });
    const dearer = await bringPrices(owner, [but(old, { 单价: '400' })]);
    expect(await verdicts(owner, dearer.id)).toEqual({ 2: 'price_day_past' });
    const later = await bringPrices(owner, [but(part, { 单价: '400', 生效日期: '2026-12-01' })]);
    await importNow(owner, later.id);
    expect(await prices(owner)).toEqual({ 'BP-01': 350_00 });
    expect(await prices(owner, { day: '2026-12-01' })).toEqual({ 'BP-01': 400_00 });
  });

  test('WSH-12 ARC-09 a list is taken back as long as no newer price stands on it', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { id } = await bringPrices(owner, [part, but(part, { 编号: 'JY-01' })]);
    await importNow(owner, id);
    const [first] = await listed(owner);
    const { id: priceItemId, name } = first!;
    await owner.call(priceRoutes.change, {
      params: { priceItemId },
      body: { name, validFrom: '2026-12-01', priceFen: 1_00, origin: 'original' },
    });
    const batch = await undoNow(owner, id);
    expect(batch.state).toBe('undone');
    expect(await prices(owner)).toEqual({ 'BP-01': 350_00 });
    const [kept] = await allRows(owner, id);
    expect(kept!.reasons.map(({ code }) => code)).toContain('newer_price');
  });

  test('WSH-12 an edition that a customer was quoted stays when its list is taken back', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { id } = await bringPrices(owner, [part, but(part, { 编号: 'JY-01' })]);
    await importNow(owner, id);
    const [first] = await listed(owner);
    const where = { orgPath: shop.unitPath, day: '2026-11-21', model: '' };
    await shop.write((work) => quoteOffers(work, [first!.id], where));
    await undoNow(owner, id);
    expect(await prices(owner)).toEqual({ 'BP-01': 350_00 });
    const [kept] = await allRows(owner, id);
    expect(kept!.reasons.map(({ code }) => code)).toContain('price_quoted');
  });

  test('WSH-12 before writing, rows are compared anew: a price written meanwhile is followed, not lost', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const { id } = await bringPrices(owner, [part]);
    const byHand = { kind: 'part', code: 'BP-01', name: '前制动片', origin: 'original' } as const;
    const { id: priceItemId } = await owner.call(priceRoutes.add, {
      body: { ...byHand, priceFen: 1_00, validFrom: '2026-11-21' },
    });
    await importNow(owner, id);
    expect(await verdicts(owner, id)).toEqual({ 2: 'warn:price_changes' });
    const { items } = await owner.call(priceRoutes.history, { params: { priceItemId } });
    expect(items).toMatchObject([
      { priceFen: 350_00, isImported: true },
      { priceFen: 1_00, isImported: false },
    ]);
    await undoNow(owner, id);
    expect(await prices(owner)).toEqual({ 'BP-01': 1_00 });
  });

  test('WSH-12 ORG-01 a list names shops below its unit, and no others', async ({ shop }) => {
    const [north, south] = await sisterShops(shop);
    const top = await shop.employee('owner');
    const rows = [
      [...heading, '门店'],
      [...part, '分店1'],
      [...but(part, { 单价: '300' }), '分店2'],
      [...part, '分店9'],
    ];
    const list = await bring(top, await workbookOf(rows), '价格表.xlsx', 'prices');
    expect(await verdicts(top, list.id)).toEqual({
      2: 'ok:price_new',
      3: 'ok:price_new',
      4: 'shop_unknown',
    });
    await importNow(top, list.id);
    const [here, there] = [await north.employee('owner'), await south.employee('owner')];
    expect(await prices(here)).toEqual({ 'BP-01': 350_00 });
    expect(await prices(there)).toEqual({ 'BP-01': 300_00 });
    const theirs = await bring(here, await workbookOf([rows[0]!, rows[2]!]), '表.xlsx', 'prices');
    expect(await verdicts(here, theirs.id)).toEqual({ 2: 'shop_outside' });
  });

  test('WSH-12 who may import and not change prices brings none in', async ({ shop }) => {
    const supervisor = await shop.employee('supervisor');
    const fileId = await upload(supervisor, await workbookOf([heading, part]), '价格表.xlsx');
    await expect(
      supervisor.call(importRoutes.begin, { body: { fileId, kind: 'prices' } }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('WSH-12 a thousand rows and one come in, part by part', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const rows = Array.from({ length: 1001 }, (_, at) => but(part, { 编号: `P-${at}` }));
    const { id } = await bringPrices(owner, rows);
    expect((await importNow(owner, id)).made).toMatchObject({ records: 1001 });
    expect(Object.keys(await prices(owner, { q: 'P-100' }))).toEqual(['P-100', 'P-1000']);
    const all = await prices(owner, { q: '制动', limit: 3 });
    expect(Object.keys(all), 'more than are named one by one').toEqual(['P-0', 'P-1', 'P-10']);
  });
});

describe('out and in again', () => {
  for (const language of ['zh-CN', 'en'] as const)
    test(`WSH-12 ARC-09 the list taken out as shown and brought in again changes nothing (${language})`, async ({
      shop,
    }) => {
      const owner = await shop.employee('owner');
      const add = (body: object) => owner.call(priceRoutes.add, { body: body as never });
      const from = { validFrom: '2026-11-21' };
      await owner.call(priceRoutes.setRate, { body: { rateFen: 100_00, ...from } });
      const fitting = { kind: 'job', code: 'GS-01', name: '更换前制动片', hoursSource: 'maker' };
      const terms = { workGrade: 'minor', guaranteeDays: 30, guaranteeKm: 5000, ...from };
      await add({ ...fitting, ...terms, standardHours: 155, model: '帕萨特', rateGrade: '机电' });
      await add({
        ...fitting,
        ...from,
        standardHours: 0,
        priceFen: 99_50,
        hoursSource: 'industry',
      });
      const pads = { kind: 'part', code: 'BP-01', name: '=1+1 制动片', measure: '套', ...from };
      await add({ ...pads, priceFen: 350_05, origin: 'equivalent' });
      await add({ ...pads, code: 'BP-02', priceFen: 0, origin: 'repaired', guaranteeDays: 0 });
      const columns = exportedList('prices.list')!.columns.map(({ key }) => key);
      const { id } = await owner.call(exportRoutes.ask, {
        body: { list: 'prices.list', columns, reason: '核对' },
      });
      const headers = { 'accept-language': language };
      const file = await owner.raw('GET', `/exports/${id}/file`, undefined, headers);
      const book = new excel.Workbook();
      await book.xlsx.load(file.rawPayload as never);
      expect(book.worksheets[0]!.rowCount).toBe(5);
      const list = await bring(owner, file.rawPayload, '价目表.xlsx', 'prices');
      expect(await verdicts(owner, list.id)).toEqual({
        2: 'ok:price_unchanged',
        3: 'ok:price_unchanged',
        4: 'ok:price_unchanged',
        5: 'ok:price_unchanged',
      });
    });
});
