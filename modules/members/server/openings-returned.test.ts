import exceljs from 'exceljs';
import { expect } from 'vitest';
import { importRoutes } from '#modules/imports/contract.ts';
import { allRows, bring, upload, workbookOf } from '#modules/imports/server/lists-for-tests.ts';
import { test } from '#test/shop.ts';
import { cardOf, customerNamed, takeOver } from './openings.fixture.ts';

/** Headings of another program: none of them is known to us. */
const foreign = ['会员尊称', '联络', '卡内实收', '卡内送的', '礼分'];

test('ARC-09 a balance list of another program is mapped once, handed back as a workbook with the reasons, and comes in mended', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const id = await customerNamed(shop, '张三', '13800138001');
  const rows = [
    foreign,
    ['张三', '13800138001', '壹佰', '20', '5'],
    ['李四', '13800138002', '300', '', ''],
  ];
  const first = await bring(owner, await workbookOf(rows), '老系统.xlsx', 'balances');
  const params = { importId: first.id };
  let { version } = first;
  const mapping = { customerName: 0, phone: 1, principalFen: 2, giftFen: 3, points: 4 };
  for (const body of [{ headerRow: 1 }, { mapping }]) {
    await owner.call(importRoutes.change, { params, body }, { version });
    await shop.settle();
    ({ version } = await owner.call(importRoutes.read, { params }));
  }
  await owner.call(importRoutes.keepMap, { params, body: { name: '老系统余额' } });

  const next = await bring(owner, await workbookOf(rows), '老系统.xlsx', 'balances');
  expect(next).toMatchObject({ mapName: '老系统余额', counts: { held: 2 } });
  const reply = await owner.raw('GET', `/imports/${next.id}/returned.xlsx`);
  const book = new exceljs.Workbook();
  await book.xlsx.load(reply.rawPayload as never);
  const [labels, ...lines] = book.worksheets[0]!.getSheetValues()
    .slice(1)
    .map((row) => (row as unknown[]).slice(1).map((cell) => String(cell ?? '')));
  expect(labels).toEqual([...foreign, '行号', '结论', '原因', '建议']);
  expect(lines.map((line) => line.at(-2))).toEqual(['金额看不懂', '档案里没有找到这位客户']);

  const mended = [
    labels!,
    ['张三', '13800138001', '￥100.00', '20', '5', '2', '', '', ''],
    ['李四', '13800138002', '300', '', '', '3', '', '', ''],
  ];
  const fileId = await upload(owner, await workbookOf(mended));
  await owner.call(importRoutes.takeBack, { params: { importId: next.id }, body: { fileId } });
  await shop.settle();
  const [mine] = await allRows(owner, next.id);
  expect(mine).toMatchObject({ status: 'ready', verdict: 'ok:amount_tidied' });
  expect(await takeOver(owner, next.id)).toMatchObject({
    made: { records: 1 },
    counts: { sums: [{ field: 'principalFen', all: 400_00, accepted: 100_00 }, {}, {}, {}] },
  });
  expect(await cardOf(owner, id)).toMatchObject({
    ...{ principalFen: 100_00, giftFen: 20_00, points: 5 },
  });
});
