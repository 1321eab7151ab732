import fc from 'fast-check';
import pg from 'pg';
import { expect, inject } from 'vitest';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { test } from '#test/shop.ts';
import { memberRuleRoutes, memberRoutes as routes } from '../contract.ts';
import { gapsOf, Member } from './members.fixture.ts';

type Act =
  | { do: 'topUp'; paid: number; gift: number }
  | { do: 'spend'; amount: number; list: number }
  | { do: 'reverse' | 'refund' | 'buy' | 'use' | 'night' }
  | { do: 'correct'; points: number };
const amount = fc.integer({ min: 1, max: 50_000 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('topUp' as const), paid: amount, gift: fc.nat(9_999) }),
  fc.record({ do: fc.constant('spend' as const), amount, list: fc.nat(5_000) }),
  fc.record({
    do: fc.constantFrom('reverse', 'refund', 'buy', 'use', 'night'),
  }) as fc.Arbitrary<Act>,
  fc.record({ do: fc.constant('correct' as const), points: fc.integer({ min: -99, max: 99 }) }),
);

async function play(member: Member, act: Act): Promise<void> {
  const { record, shop } = member;
  switch (act.do) {
    case 'topUp':
      await member.topUp(act.paid, act.gift);
      return;
    case 'spend':
      await member.spend(act.amount, act.amount + act.list);
      return;
    case 'correct':
      return member.correct(act.points);
    case 'buy':
      await member.buy();
      return;
    case 'use':
      return member.use(record.packages[0]?.items[0]?.id ?? record.id);
    case 'reverse':
      return member.reverse(record.movements[0]?.id ?? record.id);
    case 'night':
      await shop.forward(24);
      return;
    case 'refund': {
      const lot = record.topUps.find(({ isRefunded }) => !isRefunded);
      const refund = await member.ask({ topUpId: lot?.id, ground: 'merchantFault' });
      await member.pay(refund.id);
    }
  }
}

test('ARC-07 D-11 whatever is topped up, spent, taken back, refunded and lapses, the sums are right', async ({
  shop,
}) => {
  const prepaid = { spending: 'proRata', giftMonths: 1, source: '店规' } as const;
  const owner = await shop.employee('owner');
  await owner.call(memberRuleRoutes.saveRules, { body: { prepaid } });
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 14 }), async (asked) => {
      let member = await Member.join(shop);
      for (const act of asked) {
        await play(member, act).catch((refusal: { status?: number }) => {
          // A refusal is an answer; anything else is a bug.
          if (![404, 409, 422].includes(refusal.status ?? 500)) throw refusal;
        });
        if (act.do === 'night') member = await Member.join(shop, member.customerId);
      }
      const { principalFen, giftFen, topUps } = await member.look();
      const left = (name: 'principalLeftFen' | 'giftLeftFen') =>
        topUps.reduce((sum, lot) => sum + lot[name], 0);
      expect([left('principalLeftFen'), left('giftLeftFen')]).toEqual([principalFen, giftFen]);
      expect(await gapsOf(shop)).toEqual([]);
    }),
    { numRuns: 12 },
  );
  await shop.forward(40 * 24);
  expect(await gapsOf(shop)).toEqual([]);
}, 180_000);

test('ARC-07 D-11 a sum that is not right is told to who manages membership, at the bell', async ({
  shop,
}) => {
  const member = await Member.join(shop);
  await member.topUp(300_00, 30_00);
  const client = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await client.connect();
  await client.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
  await client.query(
    `update ledger_accounts set balance = balance + 1 where tenant_id = $1 and kind = 'members.principal'`,
    [shop.tenantId],
  );
  await client.end();
  const report = await member.owner.call(routes.liability, {});
  expect(report.isProved).toBe(false);
  await shop.forward(12);
  const { items } = await member.owner.call(commitmentRoutes.listNotices, { query: { limit: 30 } });
  expect(items.map(({ kind }) => kind)).toContain('members.unproved');
});

test('ARC-07 what is owed is reported by shop and by age, and adds up', async ({ shop }) => {
  const member = await Member.join(shop);
  await member.topUp(1_000_00, 200_00);
  await member.correct(500);
  await member.buy();
  const { totals, byAge, shops, isProved } = await member.owner.call(routes.liability, {});
  expect(isProved).toBe(true);
  expect(totals).toMatchObject({
    principalFen: 1_000_00,
    giftFen: 200_00,
    packagesFen: 300_00,
    points: 500,
    pointsFen: 5_00,
    allFen: 1_505_00,
  });
  expect(byAge[0]).toMatchObject({ age: 'upTo3Months', principalFen: 1_000_00 });
  expect(shops).toMatchObject([{ members: 1, principalFen: 1_000_00 }]);
  await expect(member.cashier.call(routes.liability, {})).rejects.toMatchObject({ status: 403 });
});
