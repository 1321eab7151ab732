import { expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { gapsOf, Member } from '#modules/members/server/members.fixture.ts';
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
