import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { receptionRoutes } from '#modules/reception/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { test } from '#test/shop.ts';
import { archiveRoutes } from '../contract.ts';
import { fileRoutes } from '../contract-file.ts';

test('ARC-05 ARC-10 after a sale the car keeps its history; name, words and money of the former owner are hidden', async ({
  shop,
}) => {
  const visit = await Visit.begin(shop, '粤C6M218');
  await visit.toDelivered();
  const { vehicleId } = visit;
  const owner = await shop.employee('owner');
  const params = { vehicleId };
  const visits = () => owner.call(archiveRoutes.vehicleVisits, { params });
  const card = () => owner.call(receptionRoutes.cardOfVehicle, { params });
  const [before] = (await visits()).items;
  expect(before!.customerWords).not.toBe('');
  expect(before!.amountFen).toBeGreaterThan(0);
  expect((await card()).visits[0]!.settledFen).toBeGreaterThan(0);
  const buyer = await owner.call(customerRoutes.add, { body: { name: '新车主' } });
  await owner.call(vehicleRoutes.changeOwner, { params, body: { ownerId: buyer.id } });
  const [after] = (await visits()).items;
  expect(after).toMatchObject({ work: before!.work, mileageKm: before!.mileageKm });
  expect(after).toMatchObject({ customerWords: '', amountFen: null });
  expect((await card()).visits[0]).toMatchObject({ customerWords: '', settledFen: null });
  const shown = await owner.call(vehicleRoutes.read, { params });
  expect(shown.owners.map(({ name }) => name)).toEqual(['新车主', null]);
  expect(JSON.stringify([shown, await visits(), await card()])).not.toContain('欧阳思远');
  const own = await owner.call(fileRoutes.read, { params: { customerId: visit.customerId } });
  expect(JSON.stringify(own)).toContain(String(before!.amountFen));
  const sold = own.timeline.items.find(({ kind }) => kind === 'owner');
  expect(sold).toMatchObject({ plate: '粤C6M218', untilOn: expect.any(String) });
  const his = await owner.call(fileRoutes.read, { params: { customerId: buyer.id } });
  expect(his.timeline.items).toMatchObject([{ kind: 'owner', plate: '粤C6M218', untilOn: null }]);
  expect(his.customer).toMatchObject({ wishes: '', consents: [] });
});

test('ARC-05 by its old plate the desk finds the car, and says which it was', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const body = { plate: '粤C6M218', customerName: '欧阳思远' };
  const { vehicleId, customerId } = await owner.call(vehicleRoutes.arrive, { body });
  await owner.call(vehicleRoutes.changePlate, {
    params: { vehicleId },
    body: { plate: '粤CD20366' },
  });
  for (const q of ['粤C6M218', '6M218']) {
    const { vehicles } = await owner.call(receptionRoutes.search, { query: { q } });
    expect(vehicles, q).toMatchObject([
      { id: vehicleId, plate: '粤CD20366', formerPlate: '粤C6M218' },
    ]);
  }
  const { vehicles } = await owner.call(receptionRoutes.search, { query: { q: '粤CD20366' } });
  expect(vehicles).toMatchObject([{ id: vehicleId, formerPlate: null }]);
  const file = await owner.call(fileRoutes.read, { params: { customerId } });
  const plates = file.timeline.items.flatMap(({ kind, plate }) =>
    kind === 'owner' ? [plate] : [],
  );
  expect(plates).toEqual(['粤CD20366', '粤C6M218']);
});

test('ARC-05 a fleet: its cars by what is due, each with who drives it, its open order and promises', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const advisor = await shop.employee('advisor');
  const { id: customerId } = await owner.call(customerRoutes.add, {
    body: { name: '顺达物流', kind: 'company' },
  });
  const add = (plate: string) =>
    owner.call(vehicleRoutes.add, { body: { plate, ownerId: customerId, mileageKm: 1000 } });
  const cars = [await add('粤B50001'), await add('粤B50002'), await add('粤B50003')];
  const due = ['2027-03-01', '2026-12-01', undefined];
  for (const [at, nextDueOn] of due.entries()) {
    if (nextDueOn === undefined) continue;
    const { version } = await owner.call(vehicleRoutes.read, {
      params: { vehicleId: cars[at]!.id },
    });
    const change = { params: { vehicleId: cars[at]!.id }, body: { nextDueOn } };
    await owner.call(vehicleRoutes.change, change, { version });
  }
  await owner.call(customerRoutes.addContact, {
    params: { customerId },
    body: { role: 'driver', name: '老李', vehicleId: cars[1]!.id },
  });
  const visit = await Visit.begin(shop, '粤B50009');
  await visit.receive({ promisedAt: '2026-11-23T08:00:00.000Z' });
  await advisor.call(vehicleRoutes.changeOwner, {
    params: { vehicleId: visit.vehicleId },
    body: { ownerId: customerId },
  });
  const params = { customerId };
  const first = await owner.call(archiveRoutes.fleet, { params, query: { limit: 2 } });
  expect(first).toMatchObject({
    name: '顺达物流',
    kind: 'company',
    totals: { vehicles: 4, due: 1, inHouse: 1 },
    items: [
      { plate: '粤B50002', contacts: [{ role: 'driver', name: '老李' }] },
      { plate: '粤B50001' },
    ],
  });
  const query = { limit: 2, cursor: first.nextCursor! };
  const rest = await owner.call(archiveRoutes.fleet, { params, query });
  expect(rest.items.map(({ plate }) => plate).sort()).toEqual(['粤B50003', '粤B50009']);
  const inHouse = rest.items.find(({ plate }) => plate === '粤B50009');
  expect(inHouse).toMatchObject({ order: { id: visit.order.id }, promises: 1 });
  expect(rest.nextCursor).toBeNull();
});
