import { describe, expect } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { discountIn } from './discounts.ts';
import { Visit } from './visit.fixture.ts';

/** 2,170.00 for the customer, quoted; the advisor may let off a tenth of it, at most 200.00. */
async function quotedVisit(shop: TestShop) {
  const owner = await shop.employee('owner');
  const visit = await Visit.begin(shop);
  await visit.receive();
  await visit.inspect();
  await visit.estimate();
  const ask = async (amountFen: number, who: TestEmployee = visit.advisor) => {
    const body = { amountFen, reason: '老客户' };
    visit.order = await who.call(routes.askDiscount, { params: visit.params, body });
    return visit.order;
  };
  const decide = async (who: TestEmployee, body: { granted: boolean; note?: string }) => {
    const waiting = visit.order.discounts.find(({ state }) => state === 'asked');
    const params = { ...visit.params, discountId: (waiting ?? visit.order.discounts[0]!).id };
    visit.order = await who.call(routes.decideDiscount, { params, body });
    return visit.order;
  };
  const toReady = async (refused: readonly string[] = []) => {
    await visit.approve(refused);
    await visit.start();
    await visit.doJobs();
    await visit.check();
    await visit.finalInspect();
  };
  const pay = async (totalFen: number) => {
    const payments = [{ method: 'wechat' as const, amountFen: totalFen }];
    visit.order = await visit.advisor.call(routes.settle, {
      params: visit.params,
      body: { totalFen, payments, oldParts: 'waive' },
    });
    return visit.order;
  };
  return { owner, visit, ask, decide, toReady, pay };
}

const noticesOf = async (who: TestEmployee) =>
  (await who.call(commitmentRoutes.listNotices, {})).items
    .filter(({ kind }) => kind.startsWith('serviceOrders.discount'))
    .map(({ kind, facts }) => ({ kind, facts }));

describe('a discount', () => {
  test('WSH-15 within one’s own limit holds at once, and is on record with its reason', async ({
    shop,
  }) => {
    const { visit, ask } = await quotedVisit(shop);
    const order = await ask(200_00);
    expect(order).toMatchObject({
      mayLetOffFen: 200_00,
      discounts: [
        {
          amountFen: 200_00,
          baseFen: 2_170_00,
          state: 'granted',
          reason: '老客户',
          askedByName: visit.advisor.name,
          decidedByName: visit.advisor.name,
        },
      ],
    });
    expect(order.history.at(-1)).toMatchObject({ step: 'discountGranted', note: '200.00 老客户' });
    await visit.approve();
    expect(visit.order).toMatchObject({
      approvedFen: 2_170_00,
      discountFen: 200_00,
      dueFen: 1_970_00,
    });
  });

  test('WSH-15 above it somebody is asked whose limit is enough; he is told, and so is who asked', async ({
    shop,
  }) => {
    const { owner, visit, ask, decide } = await quotedVisit(shop);
    const order = await ask(200_01);
    expect(order.discounts).toMatchObject([{ state: 'asked', mayDecide: false, decidedAt: null }]);
    expect(order.history.at(-1)).toMatchObject({ step: 'discountAsked' });
    expect(await noticesOf(owner)).toMatchObject([
      {
        kind: 'serviceOrders.discountAsked',
        facts: { number: order.number, yuan: '200.01', percent: '9.2', by: visit.advisor.name },
      },
    ]);
    const seen = await owner.call(routes.read, { params: visit.params });
    expect(seen.discounts).toMatchObject([{ mayDecide: true }]);
    await decide(owner, { granted: true, note: '仅此一次' });
    expect(visit.order.discounts).toMatchObject([
      { state: 'granted', decidedByName: owner.name, decision: '仅此一次' },
    ]);
    expect(await noticesOf(visit.advisor)).toMatchObject([
      { kind: 'serviceOrders.discountGranted' },
    ]);
    await expect(decide(owner, { granted: false, note: '不' })).rejects.toMatchObject({
      status: 409,
      code: 'discount_decided',
    });
  });

  test('WSH-15 nobody grants his own request, nobody more than he may, and a refusal says why', async ({
    shop,
  }) => {
    const { owner, visit, ask, decide } = await quotedVisit(shop);
    const other = await shop.employee('advisor');
    await ask(500_00);
    await expect(decide(visit.advisor, { granted: true })).rejects.toMatchObject({
      status: 403,
      code: 'discount_own',
    });
    await expect(decide(other, { granted: true })).rejects.toMatchObject({
      status: 403,
      code: 'discount_above_limit',
      detail: expect.stringContaining('200.00'),
    });
    await expect(decide(owner, { granted: false })).rejects.toMatchObject({
      code: 'reason_needed',
    });
    const order = await decide(owner, { granted: false, note: '利润太薄' });
    expect(order.discounts).toMatchObject([{ state: 'refused', decision: '利润太薄' }]);
    expect(order.discountFen).toBe(0);
    expect(await noticesOf(visit.advisor)).toMatchObject([
      { kind: 'serviceOrders.discountRefused' },
    ]);
  });

  test('WSH-15 another request takes the place of the one that waits; more than is due is refused', async ({
    shop,
  }) => {
    const { visit, ask } = await quotedVisit(shop);
    await ask(500_00);
    await ask(300_00);
    expect(visit.order.discounts).toMatchObject([
      { amountFen: 300_00, state: 'asked' },
      { amountFen: 500_00, state: 'withdrawn' },
    ]);
    await expect(ask(2_170_01)).rejects.toMatchObject({ status: 422, code: 'discount_too_large' });
    await expect(ask(100_00, visit.technician)).rejects.toMatchObject({ status: 403 });
  });

  test('WSH-15 a discount of less is less: it stays within the percentage that was granted', async ({
    shop,
  }) => {
    const { visit, ask, toReady, pay } = await quotedVisit(shop);
    await ask(200_00);
    await toReady(['更换右前下摆臂']);
    expect(visit.order).toMatchObject({ approvedFen: 956_00, discountFen: 88_11, dueFen: 867_89 });
    expect(await pay(867_89)).toMatchObject({ state: 'settled', settledFen: 867_89 });
    expect(discountIn({ amountFen: 1, baseFen: 3 }, 2)).toBe(0);
    expect(discountIn({ amountFen: 10_00, baseFen: 100_00 }, 300_00)).toBe(10_00);
    expect(discountIn(undefined, 5)).toBe(0);
  });
});

describe('settlement', () => {
  test('WSH-12 WSH-15 never above what the discount leaves, never below it by more than one may let off', async ({
    shop,
  }) => {
    const { owner, visit, ask, decide, toReady, pay } = await quotedVisit(shop);
    await ask(500_00);
    await decide(owner, { granted: true });
    await toReady();
    expect(visit.order.dueFen).toBe(1_670_00);
    await expect(pay(1_670_01)).rejects.toMatchObject({ status: 422, code: 'above_approved' });
    await expect(pay(1_669_99)).rejects.toMatchObject({ status: 422, code: 'below_due' });
    expect(await pay(1_670_00)).toMatchObject({ state: 'settled', settledFen: 1_670_00 });
  });

  test('WSH-15 what is let off at the cash desk is on record; what waited for a decision waits no more', async ({
    shop,
  }) => {
    const { visit, ask, toReady, pay } = await quotedVisit(shop);
    await toReady();
    await ask(500_00);
    await expect(pay(1_969_99)).rejects.toMatchObject({ code: 'below_due' });
    const order = await pay(1_970_00);
    expect(order.discounts).toMatchObject([
      { state: 'granted', amountFen: 200_00, askedByName: visit.advisor.name },
      { state: 'withdrawn', amountFen: 500_00 },
    ]);
    await expect(ask(1_00)).rejects.toMatchObject({ status: 409, code: 'discount_not_now' });
  });
});

test('WSH-15 the discount stands on the sheet beside what is paid', async ({ shop }) => {
  const { visit, ask, toReady, pay } = await quotedVisit(shop);
  await ask(200_00);
  await toReady();
  await pay(1_970_00);
  const reply = await visit.advisor.raw('GET', `/service-orders/${visit.order.id}/sheet.pdf`);
  const { pages } = await readPdf(reply.rawPayload);
  expect(pages.join('')).toContain(compact('优惠 200.00'));
  expect(pages.join('')).toContain(compact('结算金额 1,970.00'));
});

describe('limits', () => {
  const set = (
    who: TestEmployee,
    ...limits: { roleKey: string; percent: number; amountFen: number | null }[]
  ) => who.call(routes.setDiscountLimits, { body: { limits } });

  test('WSH-15 each house sets who may let off how much; the lower of percentage and sum holds', async ({
    shop,
  }) => {
    const { owner, visit, ask } = await quotedVisit(shop);
    expect(await owner.call(routes.discountLimits, {})).toMatchObject({
      limits: [
        { roleKey: 'owner', percent: 100, amountFen: null },
        { roleKey: 'advisor', percent: 10, amountFen: 200_00 },
      ],
    });
    const all = { roleKey: 'owner', percent: 100, amountFen: null };
    await set(owner, all, { roleKey: 'advisor', percent: 5, amountFen: 1_000_00 });
    const read = () => visit.advisor.call(routes.read, { params: visit.params });
    expect((await read()).mayLetOffFen).toBe(108_50);
    await set(owner, { roleKey: 'advisor', percent: 5, amountFen: 50_00 });
    expect((await read()).mayLetOffFen).toBe(50_00);
    await expect(ask(50_01), 'nobody has a limit for it').rejects.toMatchObject({
      status: 422,
      code: 'discount_nobody',
    });
    const advisor = { roleKey: 'advisor', percent: 5, amountFen: null };
    await expect(set(owner, advisor, advisor)).rejects.toMatchObject({
      code: 'discount_role_twice',
    });
    const strange = { ...advisor, roleKey: 'nobody' };
    await expect(set(owner, strange)).rejects.toMatchObject({ code: 'role_unknown' });
    await expect(set(visit.advisor, advisor)).rejects.toMatchObject({ status: 403 });
  });
});
