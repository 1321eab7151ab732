import { describe, expect } from 'vitest';
import { linesOf, packaged, visitFor } from '#modules/service-orders/server/packages.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { portalRoutes } from '../contract.ts';
import { SentVisit } from './portal.fixture.ts';

/** A package and a washing are asked by link: 399.99 instead of 462.00, and 30.00. */
async function asked(shop: TestShop) {
  const { add } = await packaged(shop);
  await add();
  const { visit, params, advisor, offered, quote } = await visitFor(shop);
  const washing = { description: '洗车', labourFen: 30_00 };
  visit.order = await quote([...linesOf((await offered('tc-01'))[0]!), washing]);
  const sent = await SentVisit.of(shop, visit);
  const phone = await sent.telephone();
  return { phone, page: await phone.visit(), params, advisor };
}

describe('a package on the customer’s link', () => {
  test('WSH-12 D-41 who refuses a part of it signs the single prices that his page showed, and is not asked twice', async ({
    shop,
  }) => {
    const { phone, page, params, advisor } = await asked(shop);
    expect(page.lines.map(({ singly }) => singly)).toEqual([
      { labourFen: 60_00, partsFen: 352_00, unitsFen: [88_00] },
      { labourFen: 50_00, partsFen: 0, unitsFen: [] },
      null,
    ]);
    const cheap = await phone.decide(page, ['全车检查']);
    expect(cheap.json(), 'the shares of a package that is none any more').toMatchObject({
      ...{ status: 409, code: 'quote_changed' },
    });
    const reply = await phone.decide(page, ['全车检查'], { body: { sumFen: 442_00 } });
    expect(reply.json()).toMatchObject({ state: 'approved', asks: null, approvedFen: 442_00 });
    const { signings } = await advisor.call(portalRoutes.page, { params });
    expect(signings).toMatchObject([{ sumFen: 442_00 }]);
    for (const said of ['同意 更换机油机滤 412.00 元', '不同意 全车检查 50.00 元', '442.00'])
      expect(signings[0]!.statement).toContain(said);
  });

  test('WSH-12 taken whole it keeps its price', async ({ shop }) => {
    const whole = await asked(shop);
    const taken = await whole.phone.decide(whole.page, ['洗车']);
    expect(taken.json()).toMatchObject({ state: 'approved', approvedFen: 399_99 });
  });
});
