import { describe, expect } from 'vitest';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { newId } from '#platform/ids.ts';
import { test } from '#test/shop.ts';
import { cashierRoutes as routes } from '../contract.ts';
import { Desk } from './desk.fixture.ts';

describe('what stays on account', () => {
  test('WSH-15 nobody pays later without credit, nor above it; the settlement is refused as a whole', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    const all = [['onAccount', 217_000]] as const;
    await expect(desk.settle(visit, all)).rejects.toMatchObject({
      status: 409,
      code: 'credit_not_granted',
    });
    await desk.grant(visit.customerId, 217_000 - 1);
    await expect(desk.settle(visit, all)).rejects.toMatchObject({ code: 'credit_exceeded' });
    const order = await desk.cashier.call(serviceOrderRoutes.read, { params: visit.params });
    expect(order).toMatchObject({ state: 'ready', settledFen: null, payments: [] });
    await desk.grant(visit.customerId, 217_000);
    await desk.settle(visit, all);
    expect(await desk.account(visit.customerId)).toMatchObject({
      owedFen: 217_000,
      overdueFen: 0,
      orders: [{ number: visit.order.number, sinceOn: '2026-11-21', dueOn: '2026-12-21' }],
    });
  });

  test('WSH-15 settlements at once do not pass the limit together', async ({ shop }) => {
    const desk = await Desk.open(shop);
    const one = await desk.readyVisit();
    const others: Awaited<ReturnType<typeof desk.readyVisit>>[] = [];
    for (let nth = 0; nth < 5; nth++) others.push(await desk.readyVisit());
    await shop.write(async (work) => {
      for (const { order } of others)
        await work.update('serviceOrders', { id: order.id }, { customerId: one.customerId });
    });
    await desk.grant(one.customerId, 300_000);
    const all = await Promise.allSettled(
      [one, ...others].map((visit) => desk.settle(visit, [['onAccount', 217_000]])),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await desk.account(one.customerId)).owedFen).toBe(217_000);
  });

  test('WSH-15 only who may grants credit, and 0 ends it while what is owed stays', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    const params = { customerId: visit.customerId };
    const body = { limitFen: 1_000_00, days: 10 };
    await expect(desk.cashier.call(routes.grant, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    await desk.grant(visit.customerId, 3_000_00);
    await desk.settle(visit, [['onAccount', 217_000]]);
    const after = await desk.grant(visit.customerId, 0, 0);
    expect(after).toMatchObject({ owedFen: 217_000, terms: { limitFen: 0 } });
    expect(after.terms?.approvedByName).toBe(desk.owner.name);
    await expect(
      desk.settle(await desk.readyVisit(), [['onAccount', 217_000]]),
    ).rejects.toMatchObject({ code: 'credit_not_granted' });
  });
});

describe('payments of what is owed', () => {
  test('WSH-15 a payment goes to the oldest order first, or to those named; never above what is owed', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const [one, other] = [await desk.readyVisit(), await desk.readyVisit()];
    const { customerId } = one;
    await shop.write((work) =>
      work.update('serviceOrders', { id: other.order.id }, { customerId }),
    );
    await desk.grant(customerId, 10_000_00);
    await desk.settle(one, [['onAccount', 217_000]]);
    await shop.forward(48);
    await desk.settle(other, [['onAccount', 217_000]]);
    const after = await desk.receive(customerId, 300_000);
    expect(after.orders).toMatchObject([{ orderId: other.order.id, owedFen: 134_000 }]);
    expect(after.receipts).toMatchObject([{ amountFen: 300_000, allocatedFen: 300_000 }]);
    const above = desk.receive(customerId, 134_001);
    await expect(above).rejects.toMatchObject({ status: 422, code: 'receipt_above_owed' });
    const named = (orderId: string, amountFen: number) =>
      desk.receive(customerId, 100, { allocations: [{ orderId, amountFen }] });
    await expect(named(one.order.id, 100)).rejects.toMatchObject({
      code: 'receipt_order_not_owed',
    });
    await expect(named(newId(shop.now), 100)).rejects.toMatchObject({
      code: 'receipt_order_not_owed',
    });
    await expect(named(other.order.id, 99)).rejects.toMatchObject({
      code: 'receipt_does_not_add_up',
    });
    expect((await named(other.order.id, 100)).owedFen).toBe(133_900);
    expect((await desk.look()).till.totalFen).toBe(300_100);
  });

  test('WSH-15 receivables by age as of any day, the most first', async ({ shop }) => {
    const desk = await Desk.open(shop);
    const [one, other] = [await desk.readyVisit(), await desk.readyVisit()];
    await desk.grant(one.customerId, 10_000_00, 15);
    await desk.grant(other.customerId, 10_000_00, 90);
    await desk.settle(one, [
      ['onAccount', 100_000],
      ['cash', 117_000],
    ]);
    await shop.forward(40 * 24);
    await desk.settle(other, [['onAccount', 217_000]]);
    const owed = (asOf?: string) => desk.cashier.call(routes.listOwed, { query: { asOf } });
    expect((await owed()).items).toMatchObject([
      { customerId: other.customerId, upTo30Fen: 217_000, overdueFen: 0, days: 90 },
      { customerId: one.customerId, upTo60Fen: 100_000, overdueFen: 100_000 },
    ]);
    expect((await desk.look()).owed).toEqual({
      owedFen: 317_000,
      overdueFen: 100_000,
      customers: 2,
    });
    await desk.receive(one.customerId, 100_000);
    expect((await owed()).items).toHaveLength(1);
    expect((await owed('2026-11-25')).items).toMatchObject([
      { customerId: one.customerId, upTo30Fen: 100_000, overdueFen: 0, owedFen: 100_000 },
    ]);
    const first = await desk.cashier.call(routes.listOwed, {
      query: { asOf: '2026-12-30', limit: 1 },
    });
    expect(first.items).toHaveLength(1);
  });
});

describe('deposits', () => {
  test('WSH-15 money in advance is set off at the settlement, before any credit', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    expect(await desk.deposit(visit, 50_000)).toMatchObject({ depositFen: 50_000 });
    expect((await desk.look()).orders).toMatchObject([{ depositFen: 50_000 }]);
    await desk.settle(visit, [
      ['onAccount', 50_000],
      ['cash', 167_000],
    ]);
    expect((await desk.look()).orders).toMatchObject([{ depositFen: 0 }]);
    expect(await desk.account(visit.customerId)).toMatchObject({
      owedFen: 0,
      receipts: [{ kind: 'deposit', amountFen: 50_000, allocatedFen: 50_000 }],
    });
    // Both stand in the till: what was paid before, and the rest.
    expect((await desk.look()).till.cashFen).toBe(217_000);
    await expect(desk.deposit(visit, 100)).rejects.toMatchObject({ code: 'deposit_too_late' });
  });

  test('WSH-15 beyond the deposit credit is asked for', async ({ shop }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    await desk.deposit(visit, 50_000);
    const ways = [
      ['onAccount', 60_000],
      ['cash', 157_000],
    ] as const;
    await expect(desk.settle(visit, ways)).rejects.toMatchObject({ code: 'credit_not_granted' });
    await desk.grant(visit.customerId, 10_000);
    await desk.settle(visit, ways);
    expect((await desk.account(visit.customerId)).owedFen).toBe(10_000);
  });
});
