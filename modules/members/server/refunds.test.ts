import { describe, expect, test as pure } from 'vitest';
import { hashPassword, insertLogin } from '#modules/people/server/index.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { memberRoutes as routes } from '../contract.ts';
import type { RateRule } from '../contract-rules.ts';
import { gapsOf, Member } from './members.fixture.ts';
import { type PaidBefore, refundSumOf } from './refund-sums.ts';

const rates: RateRule[] = [
  { kind: 'lpr1y', fromOn: '2024-01-01', basisPoints: 345, source: 'LPR 2024' },
  { kind: 'lpr1y', fromOn: '2025-05-20', basisPoints: 300, source: 'LPR 2025' },
  { kind: 'deposit', fromOn: '2012-07-06', basisPoints: 35, source: '活期' },
];
/** 1,000 paid, 200 given: 600 used, which would have cost 750 without the member's discount. */
const lot: PaidBefore = {
  kind: 'money',
  paidFen: 1_000_00,
  worthFen: 1_200_00,
  usedFen: 600_00,
  usedListFen: 750_00,
  paidOn: '2025-06-01',
};
const asked = { hadSameService: false, onDate: '2026-06-01' } as const;

describe('a refund worked out', () => {
  pure('ARC-07 the merchant’s fault: at the discount, gift in proportion, interest at LPR', () => {
    const sum = refundSumOf(lot, { ...asked, ground: 'merchantFault' }, rates);
    expect(sum).toMatchObject({ refundFen: 500_00, interestFen: 15_00 });
    expect(sum.steps.map(({ step, fen }) => [step, fen])).toEqual([
      ['paid', 1_000_00],
      ['worth_money', 1_200_00],
      ['usedAtDiscount', -500_00],
      ['refund', 500_00],
      ['interest_lpr1y', 15_00],
      ['total', 515_00],
    ]);
  });
  pure('ARC-07 the customer’s own reason: at the price before the discount, deposit rate', () => {
    const sum = refundSumOf(lot, { ...asked, ground: 'consumerReason' }, rates);
    expect(sum).toMatchObject({ refundFen: 250_00, interestFen: 88 });
    const usedUp = { ...lot, usedListFen: 1_300_00 };
    expect(refundSumOf(usedUp, { ...asked, ground: 'consumerReason' }, rates).refundFen).toBe(0);
  });
  pure('ARC-07 a package counts by single prices, or by their share of what was paid', () => {
    const card: PaidBefore = {
      ...lot,
      kind: 'package',
      paidFen: 300_00,
      worthFen: 600_00,
      usedFen: 200_00,
      usedListFen: 200_00,
    };
    const refund = (ground: 'merchantFault' | 'consumerReason') =>
      refundSumOf(card, { ...asked, ground }, rates).refundFen;
    expect([refund('merchantFault'), refund('consumerReason')]).toEqual([200_00, 100_00]);
  });
  pure('ARC-07 within seven days the principal, unless he had the same service before', () => {
    const fresh = { ...lot, usedFen: 0, usedListFen: 0 };
    const within = (onDate: string, hadSameService = false) =>
      refundSumOf(fresh, { ground: 'withinSevenDays', onDate, hadSameService }, rates);
    expect(within('2025-06-08')).toMatchObject({ refundFen: 1_000_00, interestFen: 0 });
    expect(() => within('2025-06-09')).toThrow('seven_days_over');
    expect(() => within('2025-06-02', true)).toThrow('same_service_had');
  });
});

describe('a refund paid', () => {
  test('ARC-07 who asked does not pay: it takes a second person, and it is on record', async ({
    shop,
  }) => {
    const member = await Member.join(shop);
    const { id: topUpId } = await member.topUp(1_000_00, 200_00);
    await member.spend(600_00);
    const { owner, params } = member;
    const body = { topUpId, ground: 'merchantFault', reason: '闭店' } as const;
    const { refunds } = await owner.call(routes.askRefund, { params, body });
    const second = await shop.employee('supervisor');
    const login = { username: 'zhuguan', passwordHash: await hashPassword('四点半下班去钓鱼') };
    await shop.write((work) =>
      insertLogin(work, { employeeId: second.id, ...login, changedAt: work.now }),
    );
    await expect(member.pay(refunds[0]!.id)).rejects.toMatchObject({ code: 'same_person' });
    const paid = await second.call(routes.payRefund, {
      params: { refundId: refunds[0]!.id },
      body: { method: 'transfer' },
    });
    expect(paid).toMatchObject({
      state: 'paid',
      refundFen: 500_00,
      askedByName: owner.name,
      decidedByName: second.name,
    });
    const after = await member.look();
    expect(after).toMatchObject({ principalFen: 0, giftFen: 0 });
    expect(after.movements[0]).toMatchObject({ kind: 'refund', principalFen: -500_00 });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 what was used after it was asked changes it; declined, it can be asked anew', async ({
    shop,
  }) => {
    const member = await Member.join(shop);
    const { id: topUpId } = await member.topUp(500_00);
    const refund = await member.ask({ topUpId, ground: 'consumerReason' });
    await expect(member.ask({ topUpId, ground: 'merchantFault' })).rejects.toMatchObject({
      code: 'refund_asked_already',
    });
    await member.spend(100_00, 120_00);
    await expect(member.pay(refund.id)).rejects.toMatchObject({ code: 'refund_changed' });
    await member.owner.call(routes.declineRefund, {
      params: { refundId: refund.id },
      body: { reason: '又有消费' },
    });
    const again = await member.ask({ topUpId, ground: 'consumerReason' });
    expect(again).toMatchObject({ state: 'asked', refundFen: 380_00 });
    await member.pay(again.id);
    await expect(member.ask({ topUpId, ground: 'consumerReason' })).rejects.toMatchObject({
      code: 'refunded_already',
    });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 a package goes back with what is left of it', async ({ shop }) => {
    const member = await Member.join(shop);
    const { id: packagePurchaseId, items } = await member.buy();
    await member.use(items[0]!.id);
    const refund = await member.ask({ packagePurchaseId, ground: 'consumerReason' });
    expect(refund.refundFen).toBe(260_00);
    await member.pay(refund.id);
    await expect(member.use(items[0]!.id)).rejects.toMatchObject({ code: 'package_over' });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 the computation stands on paper, line by line, in figures and capitals', async ({
    shop,
  }) => {
    const member = await Member.join(shop);
    const { id: topUpId } = await member.topUp(1_000_00, 200_00);
    await member.spend(600_00);
    const refund = await member.ask({ topUpId, ground: 'merchantFault' });
    const reply = await member.cashier.raw('GET', `/api/v1/member-refunds/${refund.id}/sheet.pdf`);
    expect(reply.body.slice(0, 300)).toMatch(/^%PDF/);
    const text = (await readPdf(reply.rawPayload)).pages.join('');
    expect(text).toContain(
      compact('减：已用 600.00，按优惠价折算 = 已用 × 实付 1,000.00 ÷ 1,200.00'),
    );
    expect(text).toContain(compact('人民币伍佰元整'));
    expect(text).toContain(refund.number);
  });
});
