import { describe, expect } from 'vitest';
import { Member } from '#modules/members/server/members.fixture.ts';
import { readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { cashierRoutes as routes } from '../contract.ts';
import { Desk, piecesOf } from './desk.fixture.ts';

describe('what waits at the desk', () => {
  test('WSH-15 an order ready to be paid stands at the desk until the car is gone', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    const [order] = (await desk.look()).orders;
    expect(order).toMatchObject({ id: visit.order.id, state: 'ready', dueFen: 217_000 });
    await desk.settle(visit, [['wechat', 217_000]]);
    expect((await desk.look()).orders).toMatchObject([{ state: 'settled', settledFen: 217_000 }]);
    await visit.deliver();
    expect((await desk.look()).orders).toEqual([]);
  });

  test('WSH-15 the till sums what its cashier took, by method; not what a colleague took, nor what is no money', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const other = await Desk.open(shop);
    const visit = await desk.readyVisit();
    await desk.grant(visit.customerId, 1_000_00);
    await desk.settle(visit, [
      ['cash', 100_000],
      ['wechat', 67_000],
      ['onAccount', 50_000],
    ]);
    await other.settle(await desk.readyVisit(), [['cash', 217_000]]);
    expect((await desk.look()).till).toMatchObject({
      totalFen: 167_000,
      cashFen: 100_000,
      movements: 2,
      sums: [
        { method: 'cash', inFen: 100_000, outFen: 0, count: 1 },
        { method: 'wechat', inFen: 67_000, outFen: 0, count: 1 },
      ],
    });
  });

  test('WSH-15 prepayments and refunds of members go through the same till', async ({ shop }) => {
    const member = await Member.join(shop);
    const { id: topUpId } = await member.topUp(1_000_00, 0);
    const tillOf = async (by: typeof member.owner) => (await by.call(routes.desk, {})).till;
    expect(await tillOf(member.cashier)).toMatchObject({
      sums: [{ method: 'wechat', inFen: 1_000_00 }],
    });
    const refund = await member.ask({ topUpId, ground: 'consumerReason' });
    await member.pay(refund.id);
    expect(await tillOf(member.owner)).toMatchObject({
      totalFen: -1_000_00,
      sums: [{ method: 'transfer', inFen: 0, outFen: 1_000_00 }],
    });
  });
});

describe('the close of the day', () => {
  test('WSH-15 a close says what the ledgers and the drawer say, and what comes later falls in the next', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    await desk.settle(await desk.readyVisit(), [
      ['cash', 200_000],
      ['card', 17_000],
    ]);
    const close = await desk.close();
    expect(close).toMatchObject({
      dayOn: '2026-11-21',
      cashierName: desk.cashier.name,
      totalFen: 217_000,
      expectedFen: 250_000,
      countedFen: 250_000,
      differenceFen: 0,
    });
    expect((await desk.look()).till).toMatchObject({ totalFen: 0, movements: 0, sums: [] });
    await desk.settle(await desk.readyVisit(), [['cash', 217_000]]);
    expect((await desk.look()).till).toMatchObject({ totalFen: 217_000, movements: 1 });
    await shop.forward(20);
    expect(await desk.close({ floatFen: 0 })).toMatchObject({
      dayOn: '2026-11-22',
      totalFen: 217_000,
    });
  });

  test('WSH-15 a difference needs its reason; without one nothing is closed', async ({ shop }) => {
    const desk = await Desk.open(shop);
    await desk.settle(await desk.readyVisit(), [['cash', 217_000]]);
    const short = desk.close({ offFen: -10_00 });
    await expect(short).rejects.toMatchObject({ status: 422, code: 'till_difference_unexplained' });
    expect((await desk.look()).till.movements).toBe(1);
    const close = await desk.close({ offFen: -10_00, reason: '找零多付十元' });
    expect(close).toMatchObject({ differenceFen: -10_00, reason: '找零多付十元' });
  });

  test('WSH-15 nothing is closed that the cashier did not see, and nothing twice', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const empty = { floatFen: 0, counted: [], totalFen: 0 };
    await expect(desk.cashier.call(routes.close, { body: empty })).rejects.toMatchObject({
      code: 'till_empty',
    });
    await desk.settle(await desk.readyVisit(), [['cash', 217_000]]);
    const stale = { floatFen: 0, counted: piecesOf(200_000), totalFen: 200_000 };
    await expect(desk.cashier.call(routes.close, { body: stale })).rejects.toMatchObject({
      status: 409,
      code: 'till_moved',
    });
    const body = { floatFen: 0, counted: piecesOf(217_000), totalFen: 217_000 };
    const both = await Promise.allSettled(
      [1, 2].map(() => desk.cashier.call(routes.close, { body })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const twice = { ...body, counted: [...piecesOf(100), ...piecesOf(100)] };
    await desk.settle(await desk.readyVisit(), [['cash', 217_000]]);
    await expect(desk.cashier.call(routes.close, { body: twice })).rejects.toMatchObject({
      code: 'till_counted_twice',
    });
  });

  test('WSH-15 a closed day is corrected by a close of its own, by who may; the first one stays', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    await desk.settle(await desk.readyVisit(), [['cash', 217_000]]);
    const first = await desk.close({ offFen: 100_00, reason: '不明' });
    const params = { tillCloseId: first.id };
    const body = { floatFen: 500_00, counted: piecesOf(267_000), reason: '五十元多点了两张' };
    await expect(desk.cashier.call(routes.correct, { params, body })).rejects.toMatchObject({
      status: 403,
    });
    const second = await desk.owner.call(routes.correct, { params, body });
    expect(second).toMatchObject({
      correctsNumber: first.number,
      totalFen: 217_000,
      differenceFen: 0,
      cashierName: desk.cashier.name,
      writtenByName: desk.owner.name,
    });
    const { items } = await desk.owner.call(routes.listCloses, {});
    expect(items.find(({ id }) => id === first.id)).toMatchObject({
      countedFen: first.countedFen,
      correctedByNumber: second.number,
    });
    await expect(desk.owner.call(routes.correct, { params, body })).rejects.toMatchObject({
      code: 'till_corrected_already',
    });
    expect((await desk.look()).till.movements).toBe(0);
  });

  test('WSH-15 the close is printed with its sums, the count and the difference', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    await desk.settle(await desk.readyVisit(), [['cash', 217_000]]);
    const { id, number } = await desk.close({ offFen: -10, reason: '缺一角' });
    const reply = await desk.cashier.raw('GET', `/till-closes/${id}/sheet.pdf`);
    expect(reply.statusCode).toBe(200);
    const text = (await readPdf(reply.rawPayload)).pages.join('');
    for (const said of ['收银日结单', number, '2,170.00', '-0.10', '缺一角']) {
      expect(text).toContain(said);
    }
  });
});
