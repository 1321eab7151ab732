import { afterEach, describe, expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { test as base } from '#test/shop.ts';
import { memberRuleRoutes, memberRoutes as routes } from '../contract.ts';
import { gapsOf, Member, usualTerms, washes } from './members.fixture.ts';
import { mergeMembers } from './merging.ts';

/** After every test of the module the sums are proved. */
const test = base.extend<{ member: Member }>({
  member: async ({ shop }, use) => {
    const member = await Member.join(shop);
    await use(member);
    expect(await gapsOf(shop)).toEqual([]);
  },
});
afterEach(() => expect.hasAssertions());

describe('prepayment', () => {
  test('ARC-07 principal and gift stay apart and are used in proportion', async ({ member }) => {
    const lot = await member.topUp(1_000_00, 200_00);
    expect(lot).toMatchObject({ principalLeftFen: 1_000_00, giftLeftFen: 200_00, edition: 1 });
    const moved = await member.spend(600_00);
    expect(moved).toMatchObject({ principalFen: -500_00, giftFen: -100_00 });
    expect(member.record).toMatchObject({ principalFen: 500_00, giftFen: 100_00 });
    await expect(member.spend(600_01)).rejects.toMatchObject({
      status: 422,
      code: 'balance_short',
    });
  });

  test('ARC-07 a sum beyond what one payment takes is refused in yuan, as it was typed', async ({
    member,
  }) => {
    await expect(member.spend(99_999_999_00)).rejects.toMatchObject({
      status: 400,
      errors: [{ pointer: '/amountFen', message: '不能大于 1,000,000.00。' }],
    });
  });

  test('ARC-07 the oldest prepayment is used first, each in its own proportion', async ({
    member,
  }) => {
    await member.topUp(100_00, 100_00);
    await member.shop.forward(24);
    const later = await Member.join(member.shop, member.customerId);
    await later.topUp(300_00);
    const moved = await later.spend(250_00);
    expect(moved).toMatchObject({ principalFen: -150_00, giftFen: -100_00 });
  });

  test('ARC-07 nothing is taken in advance without terms, under old ones, or while it is stopped', async ({
    member,
  }) => {
    const { owner, shop } = member;
    await owner.call(memberRuleRoutes.writeTerms, { body: usualTerms });
    await expect(member.topUp(100_00)).rejects.toMatchObject({ code: 'terms_outdated' });
    await owner.call(memberRuleRoutes.stopPrepayment, {
      body: { isStopped: true, reason: '门店即将搬迁' },
    });
    const again = await Member.join(shop, member.customerId);
    await expect(again.topUp(100_00)).rejects.toMatchObject({ status: 409 });
    const rules = await owner.call(memberRuleRoutes.rules, {});
    expect(rules.stop).toMatchObject({
      isStopped: true,
      reason: '门店即将搬迁',
      byName: owner.name,
    });
  });

  test('ARC-07 a payment is taken back once, and never out of what was paid back', async ({
    member,
  }) => {
    await member.topUp(500_00, 50_00);
    const moved = await member.spend(110_00);
    await member.reverse(moved.id);
    expect(member.record).toMatchObject({ principalFen: 500_00, giftFen: 50_00 });
    await expect(member.reverse(moved.id)).rejects.toMatchObject({ code: 'reversed_already' });
    const other = await member.spend(110_00);
    const refund = await member.ask({
      topUpId: member.record.topUps[0]!.id,
      ground: 'merchantFault',
    });
    await member.pay(refund.id);
    await expect(member.reverse(other.id)).rejects.toMatchObject({ code: 'refunded_already' });
  });

  test('ARC-07 the same submission twice is one prepayment', async ({ member }) => {
    const { termsId } = member;
    const body = { paidFen: 100_00, method: 'cash', termsId, signedBy: '欧阳思远' } as const;
    const send = () =>
      member.cashier.call(
        routes.topUp,
        { params: member.params, body },
        { idempotencyKey: 'once' },
      );
    await send();
    expect((await send()).topUps).toHaveLength(1);
  });
});

describe('points and tiers', () => {
  test('ARC-07 points are corrected with a reason and never fall below nothing', async ({
    member,
  }) => {
    await member.correct(300);
    await expect(member.correct(-301)).rejects.toMatchObject({ code: 'points_short' });
    await member.correct(-100);
    expect(member.record).toMatchObject({
      points: 200,
      pointsFen: 200,
      pointsExpiring: [{ onDate: '2028-11-21', points: 200 }],
    });
  });

  test('ARC-07 points lapse in the night after their last day, those used first that expire first', async ({
    member,
    shop,
  }) => {
    const points = { perYuan: 1, validMonths: 1, fenPerPoint: 1, source: '店规' };
    await member.owner.call(memberRuleRoutes.saveRules, { body: { points } });
    await member.correct(300);
    await shop.forward(10 * 24);
    const later = await Member.join(shop, member.customerId);
    await later.correct(50);
    await later.correct(-120);
    await shop.moveTo('2026-12-23T00:00:00.000Z');
    const { points: left, movements } = await later.look();
    expect(left).toBe(50);
    expect(movements[0]).toMatchObject({ kind: 'expirePoints', points: -180 });
  });

  test('ARC-07 a tier by hand has its reason and its end, then the rule decides again', async ({
    member,
    shop,
  }) => {
    member.record = await member.owner.call(routes.setTier, {
      params: member.params,
      body: { tier: 'gold', reason: '老客户介绍三位新客户', until: '2026-11-30' },
    });
    expect(member.record.tier).toMatchObject({ key: 'gold', rule: 'hand', until: '2026-11-30' });
    await shop.moveTo('2026-12-02T00:00:00.000Z');
    const { tier, tierChanges } = await member.look();
    expect(tier).toMatchObject({ key: 'member', rule: 'spend', next: { missingFen: 3_000_00 } });
    expect(tierChanges.map(({ to }) => to)).toEqual(['member', 'gold', 'member']);
  });
});

describe('packages', () => {
  test('ARC-07 a package is used one by one, and what is over lapses on record', async ({
    member,
    shop,
  }) => {
    const { items } = await member.buy({ ...washes, validDays: 3 });
    await member.use(items[1]!.id);
    await expect(member.use(items[1]!.id)).rejects.toMatchObject({ code: 'package_over' });
    await member.use(items[0]!.id);
    expect(member.record.packages[0]!.items.map(({ left }) => left)).toEqual([9, 0]);
    const soon = await member.cashier.call(routes.list, { query: { expiresUntil: '2026-12-31' } });
    expect(soon.items).toMatchObject([{ expiresNextOn: '2026-11-24' }]);
    await shop.moveTo('2026-11-25T00:00:00.000Z');
    const { packages } = await member.look();
    expect(packages[0]!.items.map(({ left }) => left)).toEqual([0, 0]);
  });
});

describe('merging', () => {
  test('ARC-06 ARC-07 two members become one with everything that both had', async ({
    member,
    shop,
  }) => {
    const other = await shop.write((work) => createCustomer(work, { name: '欧阳思源' }));
    const double = await Member.join(shop, other.id);
    await member.topUp(100_00);
    await double.topUp(200_00, 20_00);
    await double.correct(70);
    const { items } = await double.buy();
    await double.use(items[0]!.id);
    await shop.write((work) =>
      mergeMembers(work, { fromCustomerId: other.id, intoCustomerId: member.customerId }),
    );
    const whole = await member.look();
    expect(whole).toMatchObject({ principalFen: 300_00, giftFen: 20_00, points: 70 });
    expect(whole.packages[0]!.items[0]).toMatchObject({ left: 9 });
    await expect(double.topUp(1_00)).rejects.toMatchObject({ status: 404 });
  });
});
