import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { upload } from '#modules/imports/server/lists-for-tests.ts';
import { type TestShop, test } from '#test/shop.ts';
import { memberRoutes as routes } from '../contract.ts';
import { gapsOf, Member } from './members.fixture.ts';
import { openingRuleOn } from './opening-rules.ts';
import { bringBalances, customerNamed, type Told, takeBack, takeOver } from './openings.fixture.ts';

const contract =
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
const zhang = { name: '张三', phone: '13800138001' };

/** A member whose balance came from another program. */
async function opened(shop: TestShop, told: Told, who = zhang) {
  const owner = await shop.employee('owner');
  const id = await customerNamed(shop, who.name, who.phone);
  const batch = await bringBalances(owner, [{ ...who, ...told }]);
  await takeOver(owner, batch.id);
  const member = await Member.join(shop, id);
  const sumOf = (query: object) =>
    owner.call(routes.refundSum, { params: member.params, query: { ...query } });
  return { member, batch, sumOf };
}

describe('a refund of what was taken over', () => {
  test('ARC-07 principal that was not used goes back in full on both grounds, with interest from the day of the list; gifts bear nothing', async ({
    shop,
  }) => {
    const told = { principal: '1000', gift: '500', listOn: '2026-05-21' };
    const { member, sumOf } = await opened(shop, told);
    const { id: topUpId } = member.record.topUps[0]!;
    const merchant = await sumOf({ topUpId, ground: 'merchantFault' });
    expect(merchant.steps.map(({ step, fen }) => [step, fen]).slice(0, 3)).toEqual([
      ['opening', 1_000_00],
      ['usedAtDiscount', 0],
      ['refund', 1_000_00],
    ]);
    expect(merchant.interestFen).toBeGreaterThan(0);
    expect(merchant.source).toContain(openingRuleOn('2026-11-22').source);
    expect(await sumOf({ topUpId, ground: 'consumerReason' })).toMatchObject({
      refundFen: 1_000_00,
    });
    await expect(sumOf({ topUpId, ground: 'withinSevenDays' })).rejects.toMatchObject({
      status: 422,
      code: 'opening_paid_elsewhere',
    });
    const { id } = await member.ask({ topUpId, ground: 'consumerReason' });
    expect(await member.pay(id)).toMatchObject({ state: 'paid', refundFen: 1_000_00 });
    expect(member.record).toMatchObject({ principalFen: 0, giftFen: 0 });
    expect(await gapsOf(shop)).toEqual([]);
  });

  test('ARC-07 of what was used only the principal counts: at what was paid by the merchant’s fault, at the price before the discount by the customer’s own reason', async ({
    shop,
  }) => {
    const { member, sumOf } = await opened(shop, { principal: '400', gift: '100' });
    await member.spend(100_00, 150_00);
    expect(member.record).toMatchObject({ principalFen: 320_00, giftFen: 80_00 });
    const { id: topUpId } = member.record.topUps[0]!;
    expect((await sumOf({ topUpId, ground: 'merchantFault' })).refundFen).toBe(320_00);
    expect((await sumOf({ topUpId, ground: 'consumerReason' })).refundFen).toBe(280_00);
  });

  test('ARC-07 a package goes back at its price of one use; without a price no sum is invented', async ({
    shop,
  }) => {
    const told = { packageName: '洗车卡', uses: '5', until: '2027-12-31' };
    const { member, sumOf } = await opened(shop, { ...told, unit: '30' });
    const [bought] = member.record.packages;
    await member.use(bought!.items[0]!.id);
    expect(
      (await sumOf({ packagePurchaseId: bought!.id, ground: 'merchantFault' })).refundFen,
    ).toBe(120_00);
    const other = await opened(shop, told, { name: '李四', phone: '13800138002' });
    const packagePurchaseId = other.member.record.packages[0]!.id;
    await expect(other.sumOf({ packagePurchaseId })).rejects.toMatchObject({
      code: 'opening_unpriced',
    });
  });
});

describe('the contract of that time', () => {
  test('ARC-07 is put beside what was taken over when it is found, once; a prepayment of this house has its own', async ({
    shop,
  }) => {
    const { member } = await opened(shop, { principal: '100' });
    const { cashier, params } = member;
    const fileId = await upload(cashier, contract, '原合同.pdf');
    const lotId = member.record.topUps[0]!.id;
    const beside = (topUpId: string) =>
      cashier.call(routes.addPaper, { params: { ...params, topUpId }, body: { fileId } });
    expect((await beside(lotId)).topUps).toMatchObject([{ id: lotId, fileId }]);
    await expect(beside(lotId)).rejects.toMatchObject({ status: 409, code: 'paper_there' });
    const own = await member.topUp(50_00);
    await expect(beside(own.id)).rejects.toMatchObject({ status: 409, code: 'paper_there' });
    const strange = { ...params, topUpId: fileId };
    await expect(
      cashier.call(routes.addPaper, { params: strange, body: { fileId } }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

type Act =
  | { do: 'open'; principal: number; gift: number; points: number; uses: number }
  | { do: 'spend'; amount: number }
  | { do: 'correct'; points: number }
  | { do: 'use' | 'reverse' | 'refund' | 'undo' | 'night' };
const fen = fc.nat(60_000);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    ...{ do: fc.constant('open' as const), principal: fen, gift: fen },
    ...{ points: fc.nat(500), uses: fc.nat(3) },
  }),
  fc.record({ do: fc.constant('spend' as const), amount: fc.integer({ min: 1, max: 40_000 }) }),
  fc.record({ do: fc.constant('correct' as const), points: fc.integer({ min: -99, max: 99 }) }),
  fc.record({
    do: fc.constantFrom('use', 'reverse', 'refund', 'undo', 'undo', 'night'),
  }) as fc.Arbitrary<Act>,
);

/** Every act once and answered with yes, whatever chance brings. */
const everyAct: Act[] = [
  ...[{ do: 'spend', amount: 100_00 } as const, { do: 'reverse' } as const],
  ...[
    { do: 'undo' } as const,
    { do: 'open', principal: 30_000, gift: 1, points: 9, uses: 1 } as const,
  ],
  ...[{ do: 'spend', amount: 1_00 } as const, { do: 'use' } as const],
  ...[{ do: 'correct', points: 5 } as const, { do: 'refund' } as const],
  ...[{ do: 'undo' } as const, { do: 'night' } as const],
];

class Played {
  readonly shop: TestShop;
  readonly who: { name: string; phone: string };
  readonly customerId: string;
  readonly batches: string[] = [];

  constructor(shop: TestShop, who: { name: string; phone: string }, customerId: string) {
    this.shop = shop;
    this.who = who;
    this.customerId = customerId;
  }

  async play(act: Act): Promise<void> {
    const owner = await this.shop.employee('owner');
    if (act.do === 'open') return this.open(act);
    if (act.do === 'undo') {
      const last = this.batches.at(-1);
      if (last) await takeBack(owner, last);
      return;
    }
    if (act.do === 'night') {
      await this.shop.forward(24);
      return;
    }
    const member = await Member.join(this.shop, this.customerId);
    const { record } = member;
    if (act.do === 'spend') await member.spend(act.amount);
    else if (act.do === 'correct') await member.correct(act.points);
    else if (act.do === 'use') await member.use(record.packages[0]?.items[0]?.id ?? record.id);
    else if (act.do === 'reverse') await member.reverse(record.movements[0]?.id ?? record.id);
    else {
      const lot = record.topUps.find(({ isRefunded }) => !isRefunded);
      const { id } = await member.ask({ topUpId: lot?.id, ground: 'merchantFault' });
      await member.pay(id);
    }
  }

  private async open(act: Extract<Act, { do: 'open' }>) {
    const owner = await this.shop.employee('owner');
    const { principal, gift, points, uses } = act;
    const batch = await bringBalances(owner, [
      {
        ...this.who,
        ...{ principal: (principal / 100).toFixed(2), gift: (gift / 100).toFixed(2) },
        ...{ points: String(points), uses: String(uses), packageName: '洗车卡' },
        ...{ until: '2030-12-31', unit: '30' },
      },
    ]);
    if (!batch.counts.ready) return;
    await takeOver(owner, batch.id);
    this.batches.push(batch.id);
  }
}

test('ARC-07 D-11 whatever is taken over, spent, refunded, taken back and lapses, the sums of the ledger are the balances', async ({
  shop,
}) => {
  let person = 0;
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 9 }), async (rest) => {
      const who = { name: '欧阳思远', phone: `139${String(++person).padStart(8, '0')}` };
      const played = new Played(shop, who, await customerNamed(shop, who.name, who.phone));
      const first = { do: 'open', principal: 500_00, gift: 99_99, points: 50, uses: 2 } as const;
      for (const act of [first, ...rest]) {
        await played.play(act).then(
          () => reached.add(act.do),
          (refusal: { status?: number }) => {
            // A refusal is an answer; anything else is a bug.
            if (![404, 409, 422].includes(refusal.status ?? 500)) throw refusal;
          },
        );
      }
      const { record } = await Member.join(shop, played.customerId);
      const left = (name: 'principalLeftFen' | 'giftLeftFen') =>
        record.topUps.reduce((sum, lot) => sum + lot[name], 0);
      expect([left('principalLeftFen'), left('giftLeftFen')]).toEqual([
        record.principalFen,
        record.giftFen,
      ]);
      expect(await gapsOf(shop)).toEqual([]);
    }),
    { numRuns: 8, examples: [[everyAct]] },
  );
  expect([...reached].sort()).toEqual(
    ['correct', 'night', 'open', 'refund', 'reverse', 'spend', 'undo', 'use'].sort(),
  );
}, 240_000);
