import { expect } from 'vitest';
import { createCustomer } from '#modules/customers/server/index.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { planCalls } from '#modules/follow-ups/server/index.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { giveRoles } from '#modules/people/server/index.ts';
import { serviceOrderRoutes as orderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import type { TestShop } from '#test/tenant.ts';
import { fileRoutes } from '../contract-file.ts';
import { fleetRoutes } from '../contract-fleet.ts';
import { timelineRoutes } from '../contract-timeline.ts';

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

test('ORG-01 ARC-05 the history of a car, its file, a list and the desk name no owner who is on file at a sister shop only', async ({
  shop: root,
}) => {
  const { sister, both } = await knownInBoth(root);
  const owner = await sister.employee('owner');
  const cars = async (by: typeof owner, query: { q?: string } = {}) =>
    (await by.call(vehicleRoutes.list, { query })).items;
  const [car] = await cars(owner);
  const named = async (by: typeof owner) => {
    const of = { params: { vehicleId: car!.id }, query: { kind: 'owner' } } as const;
    return (await by.call(timelineRoutes.ofVehicle, of)).items.map(({ text }) => text);
  };
  expect(await named(both)).toEqual(['王建国']);
  expect(await named(owner)).toEqual(['']);
  const shown = async (by: typeof owner) => [
    ...(await cars(by)),
    ...(await cars(by, { q: '粤A1000' })),
    await by.call(vehicleRoutes.read, { params: { vehicleId: car!.id } }),
  ];
  expect((await shown(both)).map(({ ownerName }) => ownerName)).toEqual(Array(3).fill('王建国'));
  expect((await shown(owner)).map(({ ownerName }) => ownerName)).toEqual(Array(3).fill(null));
  const arrives = async (by: typeof owner) =>
    (await by.call(orderRoutes.arrival, { query: { vehicleId: car!.id } })).customer;
  expect(await arrives(both)).toMatchObject({ name: '王建国' });
  expect(await arrives(owner)).toBeNull();
  const body = { vehicleId: car!.id, customerWords: '保养', mileageKm: 40_000 };
  await expect(owner.call(orderRoutes.receive, { body })).rejects.toMatchObject({
    status: 422,
    code: 'owner_unknown',
  });
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

test('ORG-01 the history names no car, the fleet counts no visit, and the day list repeats no word of a sister shop', async ({
  shop: root,
}) => {
  const { own, sister, both, customerId } = await knownInBoth(root);
  const owner = await own.employee('owner');
  const kept = await own.write(async (work) => {
    const call = { customerId, vehicleId: null, reasons: [] };
    const unit = { id: own.unitId, path: own.unitPath };
    const place = { orgUnitId: own.unitId, orgPath: own.unitPath };
    await planCalls(work, { rule: 'segment', unit, calls: [{ ...call, ...place }] });
    return createVehicle(work, { plate: '粤A10002', ownerId: customerId });
  });
  await sister.write((work) =>
    work.insert('serviceOrders', {
      customerId,
      vehicleId: kept.id,
      number: 'GD-9',
      state: 'received',
      customerWords: '保养',
      mileageKm: 40_000,
      advisorId: both.id,
      stateSince: work.now,
      receivedAt: work.now,
    }),
  );
  const of = { params: { customerId } };
  const cars = async (by: typeof owner) =>
    (await by.call(timelineRoutes.ofCustomer, { ...of, query: { kind: 'owner' } })).items.length;
  expect([await cars(owner), await cars(both)]).toEqual([1, 2]);
  const inHouse = async (by: typeof owner) => (await by.call(fleetRoutes.fleet, of)).totals.inHouse;
  expect([await inHouse(owner), await inHouse(both)]).toEqual([0, 1]);
  const lastWords = async (by: typeof owner) =>
    (await by.call(followUpRoutes.due, {})).items.map((each) => each.lastWords);
  expect([await lastWords(owner), await lastWords(both)]).toEqual([[null], ['二店的事']]);
});
