import { expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { gapsOf, Member } from '#modules/members/server/members.fixture.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { type TestShop, test } from '#test/shop.ts';
import { duplicateRoutes } from '../contract.ts';
import { mergeCustomers, pointersTo, undo } from './duplicates.fixture.ts';

const memberNamed = async (shop: TestShop, name: string) => {
  const { id } = await shop.write((work) => createCustomer(work, { name }));
  return Member.join(shop, id);
};
const cardOf = (member: Member, customerId: string) =>
  member.owner.call(memberRoutes.ofCustomer, { params: { customerId } });

test('ARC-05 ARC-07 two members are merged: the preview says what each has and what comes of it; undone, both are as they were', async ({
  shop,
}) => {
  const kept = await memberNamed(shop, '欧阳思远');
  const gone = await memberNamed(shop, '欧阳思源');
  await kept.topUp(100_00);
  await kept.correct(30);
  await gone.topUp(200_00, 20_00);
  await gone.correct(70);
  await gone.use((await gone.buy()).items[0]!.id);
  const { owner } = kept;
  await owner.call(memberRoutes.setTier, {
    params: gone.params,
    body: { tier: 'gold', reason: '老客户' },
  });
  const ids = [kept.customerId, gone.customerId] as const;
  const preview = await owner.call(duplicateRoutes.previewCustomers, {
    params: { customerId: ids[0], otherCustomerId: ids[1] },
  });
  expect(preview.forbidden).toBeNull();
  const number = kept.record.number;
  expect(preview.members).toMatchObject({
    kept: { principalFen: 100_00, giftFen: 0, points: 30, uses: 0, packages: 0 },
    gone: { principalFen: 200_00, giftFen: 20_00, points: 70, uses: 10, packages: 1 },
    result: { number, principalFen: 300_00, giftFen: 20_00, points: 100, uses: 10, packages: 1 },
  });
  const before = [await kept.look(), await gone.look()] as const;
  expect(preview.members!.result.tierName).toBe(before[1].tier.name);

  const { id: mergeId } = await mergeCustomers(owner, ids[0], ids[1]);
  await shop.settle();
  const whole = await kept.look();
  expect(whole).toMatchObject({ number, principalFen: 300_00, giftFen: 20_00, points: 100 });
  expect(whole.tier).toMatchObject({ key: 'gold', rule: 'hand', reason: '老客户' });
  expect(whole.packages[0]!.items[0]).toMatchObject({ left: 9 });
  expect((await pointersTo(shop, 'customer', ids)).get(ids[1])).toEqual({});
  expect(await gapsOf(shop)).toEqual([]);
  // The file that went leads to the one membership; nobody joins twice through it.
  expect((await cardOf(kept, ids[1])).membership).toMatchObject({ id: whole.id });
  expect(await owner.call(memberRoutes.join, { body: { customerId: ids[1] } })).toMatchObject({
    id: whole.id,
  });

  const { members } = await owner.call(duplicateRoutes.readMerge, { params: { mergeId } });
  expect(members).toEqual({ principalFen: 200_00, giftFen: 20_00, points: 70, uses: 10 });
  await undo(owner, mergeId);
  await shop.settle();
  const after = [await kept.look(), await gone.look()] as const;
  for (const [index, was] of before.entries()) {
    const { principalFen, giftFen, points, pointsExpiring, packages, number, tier } = was;
    const is = after[index]!;
    expect(is).toMatchObject({ principalFen, giftFen, points, pointsExpiring, packages, number });
    expect(is.tier).toMatchObject({ key: tier.key, rule: tier.rule, reason: tier.reason });
  }
  expect(await gapsOf(shop)).toEqual([]);
});

test('ARC-07 what was used while two were one stays used: money from the prepayment it came from, points from those left', async ({
  shop,
}) => {
  const kept = await memberNamed(shop, '欧阳思远');
  const gone = await memberNamed(shop, '欧阳思源');
  await shop.forward(24);
  await gone.topUp(100_00);
  await shop.forward(24);
  const here = await Member.join(shop, kept.customerId);
  await here.topUp(50_00);
  await (await Member.join(shop, gone.customerId)).correct(40);
  await here.correct(10);
  const { id: mergeId } = await mergeCustomers(here.owner, kept.customerId, gone.customerId);
  // The oldest prepayment is used first: the one that came along.
  const spent = await here.spend(30_00);
  await here.correct(-20);
  await undo(here.owner, mergeId);
  const back = await Member.join(shop, gone.customerId);
  expect(await back.look()).toMatchObject({ principalFen: 70_00, points: 30 });
  expect(await here.look()).toMatchObject({ principalFen: 50_00, points: 0 });
  await expect(here.reverse(spent.id)).rejects.toMatchObject({ code: 'movement_of_another' });
  expect(await gapsOf(shop)).toEqual([]);
});

test('ARC-05 ARC-07 a membership that another went into later does not leave before the other does', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const plain = await shop.write((work) => createCustomer(work, { name: '甲' }));
  const [one, other] = [await memberNamed(shop, '乙'), await memberNamed(shop, '丙')];
  await one.topUp(10_00);
  await other.topUp(20_00);
  const first = await mergeCustomers(owner, plain.id, one.customerId);
  const second = await mergeCustomers(owner, plain.id, other.customerId);
  expect((await cardOf(one, plain.id)).membership).toMatchObject({ principalFen: 30_00 });
  await expect(undo(owner, first.id)).rejects.toMatchObject({ code: 'merge_later_first' });
  await undo(owner, second.id);
  await undo(owner, first.id);
  expect((await cardOf(one, plain.id)).membership).toBeNull();
  expect(await one.look()).toMatchObject({ principalFen: 10_00 });
  expect(await other.look()).toMatchObject({ principalFen: 20_00 });
  expect(await gapsOf(shop)).toEqual([]);
});

test('ARC-07 what was paid before two became one is taken back from the one card; the ledgers stay equal', async ({
  shop,
}) => {
  const kept = await memberNamed(shop, '欧阳思远');
  const visit = await Visit.begin(shop);
  await visit.toReady();
  const gone = await Member.join(shop, visit.customerId);
  await gone.topUp(100_00, 10_00);
  const spent = await gone.spend(33_00);
  await gone.correct(1_000);
  await gone.use((await gone.buy()).items[0]!.id);
  const used = gone.record.movements[0]!;
  const { id: orderId, approvedFen: totalFen } = visit.order;
  gone.record = await gone.cashier.call(memberRoutes.settle, {
    params: gone.params,
    body: {
      ...{ orderId, totalFen, oldParts: 'waive', points: 1_000 },
      payments: [{ method: 'cash', amountFen: totalFen - 10_00 }],
    },
  });
  const pointsPaid = gone.record.movements.find(({ kind }) => kind === 'payPoints')!;
  const { id: mergeId } = await mergeCustomers(gone.owner, kept.customerId, gone.customerId);
  await shop.settle();
  const whole = await kept.look();
  const shown = whole.movements.map(({ id }) => id);
  expect(shown).toEqual(expect.arrayContaining([spent.id, used.id, pointsPaid.id]));
  for (const { id } of [spent, used, pointsPaid]) await kept.reverse(id);
  const back = await kept.look();
  expect(back.principalFen + back.giftFen).toBe(whole.principalFen + whole.giftFen + 33_00);
  expect(back.points).toBe(whole.points + 1_000);
  expect(back.packages[0]!.items[0]).toMatchObject({ left: 10 });
  expect(back.movements.find(({ id }) => id === spent.id)).toMatchObject({ isReversed: true });
  await expect(kept.reverse(spent.id)).rejects.toMatchObject({ code: 'reversed_already' });
  expect(await gapsOf(shop)).toEqual([]);
  await undo(gone.owner, mergeId);
  await shop.settle();
  expect(await gone.look()).toMatchObject({ principalFen: 100_00, giftFen: 10_00 });
  expect(await gapsOf(shop)).toEqual([]);
});

test('ARC-05 ARC-07 undoing tells what goes back to every membership that came along, together', async ({
  shop,
}) => {
  const kept = await memberNamed(shop, '欧阳思远');
  const gone = await memberNamed(shop, '欧阳思源');
  await gone.topUp(200_00);
  await gone.correct(70);
  await kept.correct(30);
  const { owner } = kept;
  const { id: mergeId } = await mergeCustomers(owner, kept.customerId, gone.customerId);
  // Somebody was writing while the two were merged: another membership of the file that went.
  const late = await memberNamed(shop, '欧阳思元');
  await late.topUp(50_00);
  await late.correct(20);
  await shop.write((work) =>
    work.update('memberships', { id: late.record.id }, { customerId: gone.customerId }),
  );
  await shop.forward(1);
  const told = await owner.call(duplicateRoutes.readMerge, { params: { mergeId } });
  expect(told.members).toEqual({ principalFen: 250_00, giftFen: 0, points: 90, uses: 0 });
  await undo(owner, mergeId);
  expect(await kept.look()).toMatchObject({ principalFen: 0, points: 30 });
  expect(await gone.look()).toMatchObject({ principalFen: 250_00, points: 90 });
  expect(await gapsOf(shop)).toEqual([]);
});
