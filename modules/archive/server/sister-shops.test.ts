import { expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { giveRoles } from '#modules/people/server/index.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import type { TestShop } from '#test/tenant.ts';
import { fileRoutes } from '../contract-file.ts';

/** A customer of one shop who is well known in its sister: a car, a talk and a message of his lie there. */
async function knownInBoth(root: TestShop) {
  const [own, sister] = await sisterShops(root);
  const { id: customerId } = await own.write((work) =>
    createCustomer(work, { name: '王建国', phone: '13800138000' }),
  );
  const both = await sister.employee();
  await root.write((work) => giveRoles(work, both.id, ['owner'], root.unitPath));
  await both.call(vehicleRoutes.add, { body: { plate: '粤A10001', ownerId: customerId } });
  await sister.write(async (work) => {
    await work.insert('messages', {
      customerId,
      direction: 'out',
      channel: 'email',
      purpose: 'service',
      body: '您在二店的车已经修好',
      state: 'sent',
    });
    await work.insert('followUpCalls', {
      customerId,
      direction: 'in',
      result: 'connected',
      reason: 'talked',
      mainPoints: '二店的事',
      topics: [],
      answers: '{}',
      byId: both.id,
      at: work.now,
    });
  });
  return { own, sister, both, customerId };
}

test('ORG-01 ARC-01 the file shows what lies in one’s own part of the tree, and of a sister shop nothing', async ({
  shop: root,
}) => {
  const { own, both, customerId } = await knownInBoth(root);
  const owner = await own.employee('owner');
  const shown = await owner.call(fileRoutes.read, { params: { customerId } });
  expect([shown.vehicles, shown.calls, shown.cards.messages!.items]).toEqual([[], [], []]);
  const all = await both.call(fileRoutes.read, { params: { customerId } });
  const told = [all.vehicles, all.calls, all.cards.messages!.items];
  expect(told.map((each) => each.length)).toEqual([1, 1, 1]);
});

test('ORG-01 MSG-01 a thread holds the messages of one’s own part of the tree', async ({
  shop: root,
}) => {
  const { own, both, customerId } = await knownInBoth(root);
  const owner = await own.employee('owner');
  const thread = (by: typeof owner) =>
    by.call(messageRoutes.thread, { params: { customerId }, query: {} });
  expect((await thread(owner)).items).toEqual([]);
  expect((await thread(both)).items).toHaveLength(1);
});

test('ORG-01 who reads customers in both shops and messages in one is told of no message by the page', async ({
  shop: root,
}) => {
  const { own, sister, customerId } = await knownInBoth(root);
  await root.write((work) =>
    work.insert('roles', {
      key: 'receptionist',
      name: '前台',
      home: 'reception',
      permissions: ['customers.see'],
    }),
  );
  const person = await own.employee('advisor');
  await root.write((work) => giveRoles(work, person.id, ['receptionist'], sister.unitPath));
  const params = { customerId };
  const { cards } = await person.call(fileRoutes.read, { params });
  expect(Object.keys(cards)).toEqual(['duplicates']);
  const thread = await person.call(messageRoutes.thread, { params, query: {} });
  expect(thread.items).toEqual([]);
});
