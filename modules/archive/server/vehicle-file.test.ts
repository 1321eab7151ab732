import { expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes, paperRoutes } from '#modules/customers/contract.ts';
import { duplicateRoutes } from '#modules/duplicates/contract.ts';
import { proposalRoutes } from '#modules/reminders/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { timelineRoutes } from '../contract-timeline.ts';
import { papersAtAGlance, vehicleFileRoutes } from '../contract-vehicle.ts';

const fileFor = (person: TestEmployee, vehicleId: string) =>
  person.call(vehicleFileRoutes.read, { params: { vehicleId } });

async function file(person: TestEmployee, of: { customerId: string; vehicleId: string }) {
  const { customerId, vehicleId } = of;
  const stored = await person.raw('POST', '/files?name=a.csv', Buffer.from('姓名,电话\n'), {
    'content-type': 'application/octet-stream',
  });
  const { id: fileId } = stored.json() as { id: string };
  for (let at = 0; at <= papersAtAGlance; at++) {
    const body = { fileId, kind: 'signedForm', title: `第 ${at} 份`, vehicleId } as const;
    await person.call(paperRoutes.add, { params: { customerId }, body });
  }
}

/** A car with an owner, a driver, an open order, papers, something due and a double. */
async function wellKnown(shop: TestShop) {
  const advisor = await shop.employee('advisor');
  const { id: customerId } = await advisor.call(customerRoutes.add, {
    body: { name: '欧阳思远', phone: '13800138000', doNotMention: '上次的事故' },
  });
  const vin = 'LSVAU218XN2183294';
  const car = { plate: '粤B20077', ownerId: customerId, vin, useKind: 'privateSmall' } as const;
  const { id: vehicleId } = await advisor.call(vehicleRoutes.add, {
    body: { ...car, firstRegisteredOn: '2021-01-15' },
  });
  await advisor.call(vehicleRoutes.add, { body: { plate: '粤B20078', vin } });
  await advisor.call(customerRoutes.addContact, {
    params: { customerId },
    body: { role: 'driver', name: '周立', phone: '13911112222', vehicleId },
  });
  await file(advisor, { customerId, vehicleId });
  await advisor.call(serviceOrderRoutes.receive, {
    body: { vehicleId, customerWords: '刹车时有响声', mileageKm: 42_300 },
  });
  await advisor.call(complaintRoutes.receive, {
    body: {
      ...{ channel: 'phone', complainantName: '欧阳思远', kind: 'price' },
      ...{ content: '价格与报价不符', customerId, vehicleId },
    },
  });
  await shop.settle();
  return { customerId, vehicleId, advisor, owner: await shop.employee('owner') };
}

test('ARC-01 a car with all of it: its page is one request of four statements', async ({
  shop,
}) => {
  const { vehicleId, customerId, owner } = await wellKnown(shop);
  const reply = await owner.raw('GET', `/vehicles/${vehicleId}/archive`);
  expect(reply.headers['server-timing']).toBe('sql;desc="4"');
  const told = reply.json();
  expect(told.people).toMatchObject({
    owner: { id: customerId, phone: '138****8000', doNotMention: '上次的事故' },
    contacts: [{ name: '周立', role: 'driver', phone: '139****2222' }],
  });
  expect(told.promises[0]).toMatchObject({ aboutType: 'complaint' });
  expect(told.services.items).toMatchObject([{ kind: 'inspection', dueOn: '2027-01-15' }]);
  expect(told.duplicates.pairs).toMatchObject([{ reasons: ['vin'] }]);
  expect(told.papers.items).toHaveLength(papersAtAGlance);
  expect(told.timeline.items[0]).toMatchObject({ kind: 'complaint' });
});

test('ARC-01 what comes along with a car is what each part’s own route answers', async ({
  shop,
}) => {
  const { vehicleId, customerId, owner } = await wellKnown(shop);
  const params = { vehicleId };
  const told = await fileFor(owner, vehicleId);
  const { promises, people, ...rest } = told;
  expect(rest).toEqual({
    vehicle: await owner.call(vehicleRoutes.read, { params }),
    services: await owner.call(proposalRoutes.list, { query: { vehicleId } }),
    duplicates: await owner.call(duplicateRoutes.ofVehicle, { params }),
    papers: await owner.call(timelineRoutes.ofVehicle, {
      params,
      query: { kind: 'paper', limit: papersAtAGlance },
    }),
    timeline: await owner.call(timelineRoutes.ofVehicle, { params }),
  });
  const { contacts, name, phone } = await owner.call(customerRoutes.read, {
    params: { customerId },
  });
  expect(people).toMatchObject({ owner: { name, phone }, contacts });
  expect(promises.length).toBeGreaterThan(0);
  const other = (await owner.call(vehicleRoutes.list, { query: { q: '粤B20078' } })).items[0]!;
  expect((await fileFor(owner, other.id)).services!.items).toEqual([]);
});

test('ORG-04 what a role may not see of a car does not come along', async ({ shop }) => {
  const { vehicleId } = await wellKnown(shop);
  await shop.write((work) =>
    work.insert('roles', {
      key: 'parkAttendant',
      name: '泊车',
      home: 'reception',
      permissions: ['vehicles.see'],
    }),
  );
  const told = await fileFor(await shop.employee('parkAttendant'), vehicleId);
  expect(Object.keys(told).sort()).toEqual(['promises', 'timeline', 'vehicle']);
  expect(told.promises).toEqual([]);
  expect(JSON.stringify(told)).not.toMatch(/周立|上次的事故|刹车时有响声|价格与报价/);
});

test('ARC-05 after a sale the file tells neither people nor papers nor promises of the former owner', async ({
  shop,
}) => {
  const { vehicleId, owner } = await wellKnown(shop);
  const buyer = await owner.call(customerRoutes.add, { body: { name: '新车主' } });
  await owner.call(vehicleRoutes.changeOwner, {
    params: { vehicleId },
    body: { ownerId: buyer.id },
  });
  const told = await fileFor(owner, vehicleId);
  expect(told.people).toMatchObject({ owner: { name: '新车主', doNotMention: '' }, contacts: [] });
  expect(told.papers!.items).toEqual([]);
  expect(told.promises).toEqual([]);
  expect(JSON.stringify(told)).not.toMatch(/欧阳思远|周立|上次的事故|刹车时有响声|价格与报价/);
});

test('G-10 a sister shop’s car is as unknown as none, and an owner who is hers stays untold', async ({
  shop,
}) => {
  const [here, there] = await sisterShops(shop);
  const theirs = await wellKnown(there);
  const advisor = await here.employee('advisor');
  await expect(fileFor(advisor, theirs.vehicleId)).rejects.toMatchObject({ status: 404 });
  const { id } = await advisor.call(vehicleRoutes.add, { body: { plate: '粤B20079' } });
  await shop.write((work) => work.update('vehicles', { id }, { ownerId: theirs.customerId }));
  expect((await fileFor(advisor, id)).people).toEqual({ owner: null, contacts: [] });
});
