import { describe, expect } from 'vitest';
import { serviceOrderRoutes as orderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { memberRoutes as routes } from '../contract.ts';
import { gapsOf, Member } from './members.fixture.ts';

/** A visit whose car is ready, of a member with money in his balance. */
async function readyVisit(shop: TestShop) {
  const visit = await Visit.begin(shop);
  await visit.toReady();
  const member = await Member.join(shop, visit.customerId);
  await member.topUp(2_000_00, 500_00);
  const settle = (body: object) =>
    member.cashier.call(routes.settle, {
      params: member.params,
      body: {
        orderId: visit.order.id,
        totalFen: visit.order.approvedFen,
        payments: [],
        oldParts: 'waive',
        ...body,
      },
    });
  const order = () => visit.advisor.call(orderRoutes.read, { params: visit.params });
  return { visit, member, settle, order, totalFen: visit.order.approvedFen };
}

describe('an order paid from what was paid before', () => {
  test('ARC-07 WSH-15 balance, points, a package and money settle an order together', async ({
    shop,
  }) => {
    const { member, settle, order, totalFen } = await readyVisit(shop);
    await member.correct(1_000);
    const { items } = await member.buy();
    const use = { packageItemId: items[1]!.id, amountFen: 200_00 };
    const rest = totalFen - 200_00 - 10_00 - 1_000_00;
    member.record = await settle({
      prepaidFen: 1_000_00,
      points: 1_000,
      packages: [use],
      payments: [{ method: 'cash', amountFen: rest }],
    });
    const settled = await order();
    expect(settled).toMatchObject({ state: 'settled', settledFen: totalFen });
    expect(settled.payments.map(({ method, amountFen }) => [method, amountFen]).sort()).toEqual([
      ['cash', rest],
      ['package', 200_00],
      ['points', 10_00],
      ['prepaid', 1_000_00],
    ]);
    await shop.settle();
    // Points for cash and principal, none for gift, points and the package.
    const earned = Math.floor((rest + 800_00) / 100);
    expect(await member.look()).toMatchObject({ principalFen: 1_200_00, points: earned });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 WSH-12 a settlement that is refused takes nothing', async ({ shop }) => {
    const { member, settle, order, totalFen } = await readyVisit(shop);
    const short = settle({ prepaidFen: 100_00 });
    await expect(short).rejects.toMatchObject({ code: 'payments_do_not_add_up' });
    const above = settle({ totalFen: totalFen + 1, prepaidFen: totalFen + 1 });
    await expect(above).rejects.toMatchObject({ code: 'above_approved' });
    expect(await member.look()).toMatchObject({ principalFen: 2_000_00, giftFen: 500_00 });
    expect((await order()).state).toBe('ready');
    const stranger = await Member.join(shop);
    const another = member.cashier.call(routes.settle, {
      params: stranger.params,
      body: {
        orderId: (await order()).id,
        totalFen,
        prepaidFen: 1,
        payments: [],
        oldParts: 'waive',
      },
    });
    await expect(another).rejects.toMatchObject({ code: 'order_of_another' });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 twice the same settlement pays once; taken back, the order stands on account', async ({
    shop,
  }) => {
    const { member, settle, order, totalFen } = await readyVisit(shop);
    await settle({ prepaidFen: totalFen });
    await expect(settle({ prepaidFen: totalFen })).rejects.toMatchObject({ status: 409 });
    const { movements } = await member.look();
    const moved = movements.find(({ kind }) => kind === 'spend')!;
    await member.reverse(moved.id);
    expect(member.record).toMatchObject({ principalFen: 2_000_00, giftFen: 500_00 });
    const { payments } = await order();
    const sums = payments.map(({ method, amountFen }) => `${method} ${amountFen}`).sort();
    expect(sums).toEqual([`onAccount ${totalFen}`, `prepaid -${totalFen}`, `prepaid ${totalFen}`]);
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 the desk itself cannot say that an order was paid from the balance', async ({
    shop,
  }) => {
    const { visit, totalFen } = await readyVisit(shop);
    const reply = await visit.advisor.raw(
      'POST',
      `/api/v1/service-orders/${visit.order.id}/settle`,
      {
        totalFen,
        payments: [{ method: 'prepaid', amountFen: totalFen }],
        oldParts: 'waive',
      },
    );
    expect(reply.statusCode).toBe(400);
  });

  test('ARC-07 points come once with the settlement, and the tier rises with twelve months’ sum', async ({
    shop,
  }) => {
    const visit = await Visit.begin(shop);
    const member = await Member.join(shop, visit.customerId);
    await visit.toReady();
    await visit.settle();
    await shop.settle();
    await shop.settle();
    const spent = visit.order.approvedFen;
    const record = await member.look();
    expect(record.points).toBe(Math.floor(spent / 100));
    expect(record.movements.filter(({ kind }) => kind === 'earn')).toHaveLength(1);
    expect(record.tier).toMatchObject({ spentFen: spent, rule: 'joining' });
    expect(record.tier.next).toMatchObject({ missingFen: 3_000_00 - spent });
    expect(await gapsOf(shop)).toEqual([]);
  });
});
