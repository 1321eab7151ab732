import { describe, expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { memberRuleRoutes, memberRoutes as routes } from '../contract.ts';
import { gapsOf, Member, usualTerms } from './members.fixture.ts';

/** A house of one person, a member in it, and a refund that this person asked for. */
async function houseOfOne(shop: TestShop) {
  const boss = await shop.employee('owner');
  const { items } = await boss.call(peopleRoutes.listEmployees, { query: {} });
  for (const { id } of items.filter((one) => one.id !== boss.id))
    await boss.call(staffRoutes.goAway, { params: { employeeId: id } });
  const terms = await boss.call(memberRuleRoutes.writeTerms, { body: usualTerms });
  const { id: customerId } = await shop.write((work) => createCustomer(work, { name: '欧阳思远' }));
  const { id: membershipId } = await boss.call(routes.join, { body: { customerId } });
  const params = { membershipId };
  const agreed = { method: 'wechat', termsId: terms.id, signedBy: '欧阳思远' } as const;
  const { topUps } = await boss.call(routes.topUp, {
    params,
    body: { paidFen: 1_000_00, giftFen: 0, ...agreed },
  });
  const { refunds } = await boss.call(routes.askRefund, {
    params,
    body: { topUpId: topUps[0]!.id, ground: 'consumerReason', reason: '客户搬家' },
  });
  const refundId = refunds[0]!.id;
  const pay = () => boss.call(routes.payRefund, { params: { refundId }, body: { method: 'cash' } });
  return { boss, refund: refunds[0]!, pay };
}

describe('a house of one person', () => {
  test('ARC-07 pays a refund that the same person asked for, and has it on record', async ({
    shop,
  }) => {
    const { refund, pay } = await houseOfOne(shop);
    expect(refund).toMatchObject({ state: 'asked', needsAnother: false });
    expect(await pay()).toMatchObject({ state: 'paid', decidedAlone: true });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 takes a second person as soon as another may, or where the rule says always', async ({
    shop,
  }) => {
    const { boss, pay } = await houseOfOne(shop);
    const { refunds } = await boss.call(memberRuleRoutes.rules, {});
    expect(refunds.fourEyes).toBe('whereTwo');
    const always = { ...refunds, fourEyes: 'always' as const };
    await boss.call(memberRuleRoutes.saveRules, { body: { refunds: always } });
    await expect(pay()).rejects.toMatchObject({ status: 409, code: 'same_person' });
    await boss.call(memberRuleRoutes.saveRules, { body: { refunds } });
    await boss.call(peopleRoutes.addEmployee, {
      body: {
        ...{ name: '会计老周', roleKeys: ['supervisor'] },
        ...{ username: 'laozhou', password: '不太好猜的口令 2026' },
      },
    });
    await expect(pay()).rejects.toMatchObject({ status: 409, code: 'same_person' });
  });

  test('ARC-07 counts nobody who has the right and no way to sign in', async ({ shop }) => {
    const { boss, pay } = await houseOfOne(shop);
    const body = { name: '已不来的老周', roleKeys: ['supervisor'] };
    await boss.call(peopleRoutes.addEmployee, { body });
    expect(await pay()).toMatchObject({ state: 'paid', decidedAlone: true });
  });
});

describe('points of an order whose payment is taken back', () => {
  async function paidFromBalance(shop: TestShop) {
    const visit = await Visit.begin(shop);
    await visit.toReady();
    const member = await Member.join(shop, visit.customerId);
    await member.topUp(5_000_00);
    const totalFen = visit.order.approvedFen;
    await member.cashier.call(routes.settle, {
      params: member.params,
      body: {
        ...{ orderId: visit.order.id, totalFen, prepaidFen: totalFen },
        ...{ payments: [], oldParts: 'waive' },
      },
    });
    await shop.settle();
    const { points, movements } = await member.look();
    const spent = movements.find(({ kind }) => kind === 'spend')!;
    return { member, earned: points, spent, totalFen };
  }

  test('ARC-07 they go back by an entry of their own', async ({ shop }) => {
    const { member, earned, spent, totalFen } = await paidFromBalance(shop);
    expect(earned).toBe(Math.floor(totalFen / 100));
    await member.reverse(spent.id);
    const { points, movements } = await member.look();
    expect(points).toBe(0);
    expect(movements.find(({ kind }) => kind === 'unearn')).toMatchObject({
      points: -earned,
      words: '收错了',
    });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 what was spent of them meanwhile is named, and the balance stays above nothing', async ({
    shop,
  }) => {
    const { member, earned, spent } = await paidFromBalance(shop);
    await member.correct(-100);
    await member.reverse(spent.id);
    const { points, movements } = await member.look();
    expect(points).toBe(0);
    const back = movements.find(({ kind }) => kind === 'unearn')!;
    expect(back.points).toBe(100 - earned);
    expect(back.words).toContain('100 分已用掉');
    expect(await gapsOf(shop)).toEqual([]);
  });
});
