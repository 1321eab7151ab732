import excel from 'exceljs';
import { expect } from 'vitest';
import { exportRoutes } from '#modules/exports/contract.ts';
import { test } from '#test/shop.ts';
import { memberRoutes as routes } from '../contract.ts';
import { Member } from './members.fixture.ts';

test('ARC-07 ARC-09 what is owed to members leaves as a workbook, line by line as on the screen', async ({
  shop,
}) => {
  const member = await Member.join(shop);
  await member.topUp(1_000_00, 200_00);
  const { items } = await member.owner.call(routes.listLiability, {});
  expect(items).toMatchObject([{ age: 'upTo3Months', principalFen: 1_000_00, giftFen: 200_00 }]);

  const { id } = await member.owner.call(exportRoutes.ask, {
    body: { list: 'members.listLiability', columns: ['age', 'principal', 'gift'], reason: '月结' },
  });
  const reply = await member.owner.raw('GET', `/exports/${id}/file`);
  const book = new excel.Workbook();
  await book.xlsx.load(reply.rawPayload as never);
  const rows = book.worksheets[0]!.getSheetValues().slice(1) as unknown[][];
  expect(rows.slice(0, 2).map((row) => row.slice(2))).toEqual([
    ['本金', '赠送'],
    [1000, 200],
  ]);
});
