import { describe, expect } from 'vitest';
import { priceRoutes } from '#modules/prices/contract.ts';
import { readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { linesOf, packaged, visitFor } from './packages.fixture.ts';

const paperOf = async (by: TestEmployee, path: string) => {
  const { statusCode, rawPayload } = await by.raw('GET', path);
  expect(statusCode).toBe(200);
  return (await readPdf(rawPayload)).pages.join('');
};

describe('a package on paper and in public', () => {
  test('WSH-11 WSH-15 task order and settlement list name the package with what it spares, the price list beside what its lines cost singly', async ({
    shop,
  }) => {
    const { owner, add } = await packaged(shop);
    await add();
    const { visit, params, offered, quote, answer } = await visitFor(shop);
    visit.order = await answer(await quote(linesOf((await offered('tc-01'))[0]!)));
    const order = `/service-orders/${params.orderId}`;
    const sheet = await paperOf(owner, `${order}/sheet.pdf`);
    await visit.start();
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
    const list = await paperOf(owner, `${order}/settlement-list.pdf?paper=a4`);
    const roll = await paperOf(owner, `${order}/settlement-list.pdf?paper=roll`);
    const prices = await paperOf(owner, '/prices/list.pdf');
    for (const paper of [sheet, list, roll, prices])
      for (const said of ['小保养套餐', '399.99', '462.00']) expect(paper).toContain(said);
    for (const paper of [sheet, list, roll]) expect(paper).toContain('省62.01');
    expect(list).toContain('应付金额399.99');
  });

  test('WSH-12 the open price list shows a package with what it spares, unless it cannot be had', async ({
    shop,
  }) => {
    const { owner, add } = await packaged(shop);
    await add();
    await owner.call(priceRoutes.publish, { body: { isOpen: true } });
    const url = `/api/v1/open-prices?house=t-${shop.tenantId.slice(-12)}`;
    const open = async () => (await shop.http.inject({ method: 'GET', url })).json();
    expect((await open()).packages).toEqual([
      {
        ...{ code: 'TC-01', model: '', name: '小保养套餐', validUntil: null },
        ...{ sumFen: 462_00, amountFen: 399_99 },
        lines: [
          { name: '更换机油机滤', measure: '', quantityThousandths: 1000 },
          { name: '机油 5W-30', measure: '升', quantityThousandths: 4000 },
          { name: '全车检查', measure: '', quantityThousandths: 1000 },
        ],
      },
    ]);
    const { items } = await owner.call(priceRoutes.list, { query: { q: 'BY-02' } });
    const params = { priceItemId: items[0]!.id };
    const body = { validFrom: items[0]!.validFrom, standing: 'notOffered' } as const;
    await owner.call(priceRoutes.end, { params, body });
    expect((await open()).packages).toEqual([]);
  });
});
