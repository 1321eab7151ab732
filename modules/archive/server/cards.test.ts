import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { holdRoutes } from '#modules/document-holds/contract.ts';
import { duplicateRoutes } from '#modules/duplicates/contract.ts';
import { arrived, mergeCustomers } from '#modules/duplicates/server/duplicates.fixture.ts';
import { memberRoutes } from '#modules/members/contract.ts';
import { Member } from '#modules/members/server/members.fixture.ts';
import { messageRoutes, threadAsked } from '#modules/messages/contract.ts';
import { hashPassword, insertLogin } from '#modules/people/server/index.ts';
import { proposalRoutes } from '#modules/reminders/contract.ts';
import { standingRoutes } from '#modules/segments/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { fileRoutes } from '../contract-file.ts';

/** A member with money, points, a package and a refund asked for; with a car that needs something, messages and doubles. */
async function wellKnown(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '欧阳思远', phone: '13800138000' },
  });
  const car = { plate: '粤B20077', ownerId: customerId, useKind: 'privateSmall' } as const;
  await advisor.call(vehicleRoutes.add, { body: { ...car, firstRegisteredOn: '2021-01-15' } });
  await arrived(advisor, { customerName: '欧阳', phone: '13800138000' });
  const gone = await arrived(advisor, { customerName: '欧阳思远', phone: '13900139000' });
  const member = await Member.join(shop, customerId);
  const topUp = await member.topUp(1000_00, 200_00);
  await member.spend(300_00);
  await member.buy();
  await member.correct(80);
  await mergeCustomers(member.owner, customerId, gone.customerId);
  const second = await shop.employee('supervisor');
  const login = { username: 'zhuguan', passwordHash: await hashPassword('四点半下班去钓鱼') };
  await shop.write((work) =>
    insertLogin(work, { employeeId: second.id, ...login, changedAt: work.now }),
  );
  await member.ask({ topUpId: topUp.id, ground: 'consumerReason' });
  for (let at = 0; at <= threadAsked.limit; at++) {
    await advisor.call(messageRoutes.send, {
      params: { customerId },
      body: { channel: 'email', purpose: 'service', body: `第 ${at} 封`, address: 'a@example.cn' },
    });
  }
  await shop.settle();
  return { customerId, member, advisor, owner: member.owner, cashier: member.cashier };
}

const cardsFor = async (person: TestEmployee, customerId: string) =>
  (await person.call(fileRoutes.read, { params: { customerId } })).cards;

test('ARC-01 a customer who has all of it: his page is one request of four statements', async ({
  shop,
}) => {
  const { customerId, owner } = await wellKnown(shop);
  const reply = await owner.raw('GET', `/customers/${customerId}/archive`);
  expect(reply.headers['server-timing']).toBe('sql;desc="4"');
  const { member, standing, services, duplicates, messages } = reply.json().cards;
  expect(member.membership).toMatchObject({
    principalFen: 750_00,
    giftFen: 150_00,
    points: 80,
    pointsExpiring: [{ points: 80 }],
    packages: [{ items: [{ left: 10 }, { left: 1 }] }],
    refunds: [{ state: 'asked' }],
  });
  expect(standing).toMatchObject({ customerId });
  expect(services.items).toMatchObject([{ kind: 'inspection', dueOn: '2027-01-15' }]);
  expect(duplicates).toMatchObject({
    pairs: [{ reasons: ['phone'] }],
    merges: [{ state: 'done' }],
  });
  expect(messages.items).toHaveLength(threadAsked.limit);
});

test('ARC-01 what comes along with the page is what each card’s own route answers', async ({
  shop,
}) => {
  const { customerId, member, owner } = await wellKnown(shop);
  const params = { customerId };
  await owner.call(holdRoutes.place, { body: { customerId, reason: '律师要求保留资料' } });
  const cards = await cardsFor(owner, customerId);
  expect(cards.holds!.items).toHaveLength(1);
  expect(cards).toEqual({
    member: await owner.call(memberRoutes.ofCustomer, { params }),
    standing: await owner.call(standingRoutes.ofCustomer, { params }),
    services: await owner.call(proposalRoutes.list, { query: { customerId } }),
    duplicates: await owner.call(duplicateRoutes.ofCustomer, { params }),
    holds: await owner.call(holdRoutes.ofCustomer, { params }),
    messages: await owner.call(messageRoutes.thread, { params, query: threadAsked }),
  });
  expect(cards.messages!.nextCursor).not.toBeNull();
  // The member’s record after an act is read piece by piece.
  expect((await cardsFor(member.cashier, customerId)).member!.membership).toEqual(member.record);
  expect(member.record.refunds).toMatchObject([{ needsAnother: true }]);
});

test('ORG-04 ARC-10 what a role may not see does not come along', async ({ shop }) => {
  const { customerId, cashier } = await wellKnown(shop);
  const seen = await cardsFor(cashier, customerId);
  expect(Object.keys(seen)).toEqual(['member', 'duplicates']);
  expect(seen.member).toMatchObject({ membership: { points: 80 } });
  await shop.write((work) =>
    work.insert('roles', {
      key: 'receptionist',
      name: '前台',
      home: 'reception',
      permissions: ['customers.see'],
    }),
  );
  const receptionist = await shop.employee('receptionist');
  const cards = await cardsFor(receptionist, customerId);
  expect(Object.keys(cards)).toEqual(['duplicates']);
});

test('ARC-01 who is no member and has nothing yet: the rules come along, and nothing else', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const { id } = await owner.call(customerRoutes.add, { body: { name: '李想' } });
  expect(await cardsFor(owner, id)).toMatchObject({
    member: { membership: null, rules: { terms: null } },
    standing: null,
    services: { items: [], nextCursor: null },
    duplicates: { pairs: [], merges: [] },
    messages: { items: [] },
  });
});
