import { describe, expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { noteVisit } from '#modules/customers/server/index.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { noteVehicleVisit } from '#modules/vehicles/server/index.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { archiveRoutes } from '../contract.ts';
import { fileRoutes } from '../contract-file.ts';

const arrival = { plate: '粤C6M218', customerName: '欧阳思远', phone: '13800138000' };
const arrive = (advisor: TestEmployee, body: object = {}) =>
  advisor.call(vehicleRoutes.arrive, { body: { ...arrival, ...body } });
const incomplete = async (who: TestEmployee) =>
  (await who.call(archiveRoutes.listIncomplete, {})).items;

/** Fills in whatever a file must hold. */
async function complete(advisor: TestEmployee, customerId: string, vehicleId: string) {
  const customer = await advisor.call(customerRoutes.read, { params: { customerId } });
  await advisor.call(
    customerRoutes.change,
    { params: { customerId }, body: { address: '情侣中路 47 号', wishes: '周六送修' } },
    { version: customer.version },
  );
  const vehicle = await advisor.call(vehicleRoutes.read, { params: { vehicleId } });
  const body = {
    model: '帕萨特',
    vehicleType: '小型轿车',
    maintenanceItems: '机油、机滤',
    intervalMonths: 6,
    nextDueOn: '2027-05-20',
  };
  await advisor.call(
    vehicleRoutes.change,
    { params: { vehicleId }, body },
    { version: vehicle.version },
  );
}

describe('completeness', () => {
  test('ARC-02 a new plate at the gate: the rest is owed within two working days', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { customerId } = await arrive(advisor);
    await shop.settle();
    const [owed] = await incomplete(advisor);
    expect(owed).toMatchObject({
      customerId,
      name: '欧阳思远',
      phone: '138****8000',
      ownerId: advisor.id,
      ownerName: advisor.name,
      state: 'open',
      vehicles: [{ plate: '粤C6M218' }],
    });
    expect(owed!.completeness.missing.map(({ field }) => field)).toEqual([
      'address',
      'wishes',
      'model',
      'vehicleType',
      'maintenanceItems',
      'interval',
      'nextDue',
    ]);
    expect(owed!.sum.length).toBeGreaterThan(0);
    const reply = await advisor.raw('GET', '/archives/incomplete?count=true');
    expect(reply.headers['server-timing']).toBe('sql;desc="2"');
    expect(reply.json().total).toBe(1);
  });

  test('ARC-02 complete in time is kept and leaves the list', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { customerId, vehicleId } = await arrive(advisor);
    await shop.settle();
    await complete(advisor, customerId, vehicleId);
    await shop.settle();
    expect(await incomplete(advisor)).toEqual([]);
    const archive = await advisor.call(fileRoutes.read, { params: { customerId } });
    expect(archive.completeness).toMatchObject({ missing: [], filled: 11, wanted: 11 });
    expect(archive.promises).toEqual([]);
  });

  test('ARC-02 late: it stays on the list as broken until it is complete', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { customerId, vehicleId } = await arrive(advisor);
    await shop.forward(24 * 5);
    const agent = await shop.employee('advisor');
    expect(await incomplete(agent)).toMatchObject([{ customerId, state: 'broken' }]);
    const late = await agent.call(archiveRoutes.listIncomplete, { query: { late: true } });
    expect(late.items).toHaveLength(1);
    await complete(agent, customerId, vehicleId);
    await shop.settle();
    expect(await incomplete(agent)).toEqual([]);
  });

  test('ARC-02 a known customer with gaps who comes in again owes again, once', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { customerId, vehicleId } = await arrive(advisor);
    const visit = async (onDate: string) => {
      await shop.write((work) => noteVisit(work, customerId, onDate));
      await shop.write((work) => noteVehicleVisit(work, vehicleId, onDate));
      await shop.settle();
    };
    await visit('2026-11-21');
    await visit('2026-11-21');
    expect(await incomplete(advisor)).toHaveLength(1);
  });

  test('ARC-02 an enquiry without a car owes the car', async ({ shop }) => {
    const agent = await shop.employee('followUpAgent');
    await agent.call(customerRoutes.add, { body: { name: '李想', source: 'enquiry' } });
    await shop.settle();
    const [owed] = await incomplete(agent);
    expect(owed!.completeness.missing.map(({ field }) => field)).toContain('vehicle');
  });
});

describe('the whole file', () => {
  test('ARC-01 everything on file is read in four statements', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { customerId } = await arrive(advisor, { mileageKm: 52318 });
    await shop.settle();
    const archive = await advisor.call(fileRoutes.read, { params: { customerId } });
    expect(archive).toMatchObject({
      customer: { name: '欧阳思远', phone: '138****8000' },
      vehicles: [{ plate: '粤C6M218', mileageKm: 52318, mileageOn: '2026-11-21' }],
      promises: [{ rule: 'customers.archive', aboutType: 'customer', ownerName: advisor.name }],
      visits: [],
    });
    const reply = await advisor.raw('GET', `/customers/${customerId}/archive`);
    expect(reply.headers['server-timing']).toBe('sql;desc="4"');
  });

  test('WSH-01 ARC-01 a visit stands in the file of the customer and of the car', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { customerId, vehicleId } = await arrive(advisor, { mileageKm: 52318 });
    const order = await advisor.call(serviceOrderRoutes.receive, {
      body: { vehicleId, customerWords: '右前方有异响', mileageKm: 52400, kind: 'repair' },
    });
    await shop.settle();
    const archive = await advisor.call(fileRoutes.read, { params: { customerId } });
    const visit = {
      id: order.id,
      number: order.number,
      plate: '粤C6M218',
      mileageKm: 52400,
      customerWords: '右前方有异响',
      advisorName: advisor.name,
    };
    expect(archive.visits).toMatchObject([visit]);
    expect(archive.customer.lastVisitOn).toBe('2026-11-21');
    expect(archive.vehicles).toMatchObject([{ mileageKm: 52400, lastVisitOn: '2026-11-21' }]);
    const params = { vehicleId };
    const { items } = await advisor.call(archiveRoutes.vehicleVisits, { params });
    expect(items).toMatchObject([visit]);
    const reply = await advisor.raw('GET', `/customers/${customerId}/archive`);
    expect(reply.headers['server-timing']).toBe('sql;desc="4"');
  });

  test('ARC-10 what a role may not see is not in the file', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { customerId } = await arrive(advisor);
    await advisor.call(complaintRoutes.receive, {
      body: {
        channel: 'phone',
        complainantName: '欧阳思远',
        kind: 'price',
        content: '价格与报价不符',
        customerId,
      },
    });
    const params = { customerId };
    expect((await advisor.call(fileRoutes.read, { params })).complaints).toHaveLength(1);
    const cashier = await shop.employee('cashier');
    const seen = await cashier.call(fileRoutes.read, { params });
    expect(seen.complaints).toEqual([]);
    expect(seen.promises.filter(({ aboutType }) => aboutType === 'complaint')).toEqual([]);
  });

  test('a stranger’s file does not exist, on paper neither', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { customerId } = await arrive(advisor);
    const stranger = await (await TestShop.open()).employee('owner');
    const params = { customerId };
    await expect(stranger.call(fileRoutes.read, { params })).rejects.toMatchObject({
      status: 404,
    });
    const paper = await stranger.raw('GET', `/customers/${customerId}/archive.pdf`);
    expect(paper.statusCode).toBe(404);
  });

  test('FUP-13 the file prints as PDF with a code that opens it; ARC-10 on record', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { customerId } = await arrive(advisor);
    const paper = await advisor.raw('GET', `/customers/${customerId}/archive.pdf`);
    expect(paper.statusCode).toBe(200);
    expect(paper.headers['content-type']).toBe('application/pdf');
    expect(paper.headers['content-disposition']).toMatch(/^inline; /);
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the list shows cars, and is found by name, plate or a tail of it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await arrive(advisor);
    await advisor.call(customerRoutes.add, { body: { name: '李想' } });
    for (const q of ['欧阳', 'oysy', '8000', '粤C6M218', '6M218']) {
      const { items } = await advisor.call(archiveRoutes.list, { query: { q } });
      expect(items, q).toMatchObject([{ name: '欧阳思远', vehicles: [{ plate: '粤C6M218' }] }]);
    }
    const reply = await advisor.raw('GET', '/archives?count=true');
    expect(reply.headers['server-timing']).toBe('sql;desc="2"');
    expect(reply.json().total).toBe(2);
  });
});
