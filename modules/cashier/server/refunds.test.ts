import { describe, expect } from 'vitest';
import { newId } from '#platform/ids.ts';
import { test } from '#test/shop.ts';
import { cashierRoutes as routes } from '../contract.ts';
import { Desk } from './desk.fixture.ts';

const moneyOf = (desk: Desk, orderId: string) =>
  desk.cashier.call(routes.moneyOfOrder, { params: { orderId } });

describe('money that goes back', () => {
  test('WSH-15 a refund goes the way of its payment, never above it; a small one at once', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    await desk.settle(visit, [
      ['cash', 150_00],
      ['wechat', 2_020_00],
    ]);
    const { paid } = await moneyOf(desk, visit.order.id);
    const cash = paid.find(({ method }) => method === 'cash')!;
    const after = await desk.refund(cash.id, 100_00);
    expect(after.refunds).toMatchObject([{ method: 'cash', amountFen: 100_00, state: 'paid' }]);
    expect(after.paid.find(({ id }) => id === cash.id)).toMatchObject({ refundableFen: 50_00 });
    await expect(desk.refund(cash.id, 50_01)).rejects.toMatchObject({
      status: 422,
      code: 'refund_above_paid',
    });
    const { till } = await desk.look();
    expect(till).toMatchObject({ cashFen: 50_00, totalFen: 2_070_00 });
    expect((await desk.close({ floatFen: 0 })).sums).toMatchObject([
      { method: 'cash', inFen: 150_00, outFen: 100_00 },
      { method: 'wechat', inFen: 2_020_00 },
    ]);
  });

  test('WSH-15 above the limit a second person pays; until then nothing leaves the till', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const other = await shop.employee('owner');
    const visit = await desk.readyVisit();
    await desk.settle(visit, [['wechat', 217_000]]);
    const [payment] = (await moneyOf(desk, visit.order.id)).paid;
    const asked = await desk.refund(payment!.id, 300_00);
    expect(asked.refunds).toMatchObject([{ state: 'asked', mayDecide: false }]);
    const params = { paymentRefundId: asked.refunds[0]!.id };
    await expect(desk.cashier.call(routes.payRefund, { params })).rejects.toMatchObject({
      status: 403,
    });
    expect((await desk.look()).till.totalFen).toBe(217_000);
    const paid = await desk.owner.call(routes.payRefund, { params });
    expect(paid.refunds).toMatchObject([{ state: 'paid', decidedByName: desk.owner.name }]);
    expect((await desk.owner.call(routes.desk, {})).till.totalFen).toBe(-300_00);
    await expect(other.call(routes.declineRefund, { params })).rejects.toMatchObject({
      code: 'refund_decided',
    });
  });

  test('WSH-15 what was declined may be asked for again, and two at once do not exceed the payment', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    await desk.settle(visit, [['wechat', 217_000]]);
    const [payment] = (await moneyOf(desk, visit.order.id)).paid;
    const { refunds } = await desk.refund(payment!.id, 217_000);
    const declined = await desk.owner.call(routes.declineRefund, {
      params: { paymentRefundId: refunds[0]!.id },
    });
    expect(declined.paid[0]).toMatchObject({ refundableFen: 217_000 });
    const both = await Promise.allSettled([1, 2].map(() => desk.refund(payment!.id, 217_000)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('WSH-15 money in advance goes back as far as it was not set off; what is no money does not', async ({
    shop,
  }) => {
    const desk = await Desk.open(shop);
    const visit = await desk.readyVisit();
    const deposit = await desk.deposit(visit, 100_00);
    const refundDeposit = (amountFen: number) =>
      desk.cashier.call(routes.refundReceipt, {
        params: { receiptId: deposit.id },
        body: { amountFen, reason: '客户改主意' },
      });
    await refundDeposit(40_00);
    await expect(refundDeposit(60_01)).rejects.toMatchObject({ code: 'refund_above_paid' });
    expect((await desk.look()).orders).toMatchObject([{ depositFen: 60_00 }]);
    await desk.settle(visit, [
      ['onAccount', 60_00],
      ['cash', 2_110_00],
    ]);
    await expect(refundDeposit(1)).rejects.toMatchObject({ code: 'refund_above_paid' });
    const { paid } = await moneyOf(desk, visit.order.id);
    const onAccount = paid.find(({ method }) => method === 'onAccount')!;
    await expect(desk.refund(onAccount.id, 1)).rejects.toMatchObject({ code: 'refund_not_money' });
    await expect(desk.refund(newId(shop.now), 1)).rejects.toMatchObject({ status: 404 });
  });
});
