import { describe, expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { newId } from '#platform/ids.ts';
import { type TestEmployee, TestShop, test } from '#test/shop.ts';
import { vehicleRoutes } from '../contract.ts';
import { noteVehicleVisit, recordMileage } from './index.ts';

const arrival = { plate: '粤C·6M218', customerName: '欧阳思远', phone: '13800138000' };
const arrive = (advisor: TestEmployee, body: object = {}) =>
  advisor.call(vehicleRoutes.arrive, { body: { ...arrival, ...body } });

describe('a car at the gate', () => {
  test('ARC-02 a wrong plate, phone and VIN are told at once, each with its field', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const wrong = { plate: '鄂A12O45', phone: '1380013', vin: 'LSVAU218ON2183294' };
    await expect(arrive(advisor, wrong)).rejects.toMatchObject({
      status: 422,
      errors: [
        { pointer: '/plate', code: 'plate_invalid' },
        { pointer: '/phone', code: 'phone_invalid' },
        { pointer: '/vin', code: 'vin_letter' },
      ],
    });
    const one = { ...wrong, plate: '鄂A12045', vin: '' };
    await expect(arrive(advisor, one)).rejects.toMatchObject({ code: 'phone_invalid' });
  });

  test('ARC-02 plate, name and phone are enough: customer and vehicle are on file', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId, customerId } = await arrive(advisor, { mileageKm: 52318 });
    const vehicle = await advisor.call(vehicleRoutes.read, { params: { vehicleId } });
    expect(vehicle).toMatchObject({
      plate: '粤C6M218',
      plateType: 'ordinary',
      ownerId: customerId,
      ownerName: '欧阳思远',
      mileageKm: 52318,
      owners: [{ customerId, plate: '粤C6M218', fromOn: '2026-11-21', untilOn: null }],
      readings: [{ mileageKm: 52318, source: 'visit' }],
    });
    const customer = await advisor.call(customerRoutes.read, { params: { customerId } });
    expect(customer).toMatchObject({ name: '欧阳思远', source: 'visit' });
    const reply = await advisor.raw('GET', `/vehicles/${vehicleId}`);
    expect(reply.headers['server-timing']).toBe('sql;desc="1"');
  });

  test('D-20 the same form sent twice makes one car', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const idempotencyKey = newId(shop.now);
    const send = () => advisor.call(vehicleRoutes.arrive, { body: arrival }, { idempotencyKey });
    const [first, again] = await Promise.all([send(), send()]);
    expect(again).toEqual(first);
  });

  test('ARC-05 a plate or a phone on file is proposed, not put on file twice', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { customerId, vehicleId } = await arrive(advisor);
    await expect(arrive(advisor)).rejects.toMatchObject({
      status: 409,
      code: 'already_known',
      facts: { by: 'plate', known: [{ customerId, vehicles: [{ vehicleId }] }] },
    });
    await expect(arrive(advisor, { plate: '粤CD20366' })).rejects.toMatchObject({
      facts: {
        by: 'phone',
        known: [{ customerId, customerName: '欧阳思远', phone: '138****8000' }],
      },
    });
    await shop.forward(0.1);
    const second = await arrive(advisor, { plate: '粤CD20366', customerId });
    expect(second.customerId).toBe(customerId);
    const brother = await arrive(advisor, { plate: '粤C11111', samePhoneIsAnother: true });
    expect(brother.customerId).not.toBe(customerId);
    const cars = await advisor.call(vehicleRoutes.list, { query: { ownerId: customerId } });
    expect(cars.items.map(({ plate }) => plate)).toEqual(['粤CD20366', '粤C6M218']);
  });

  test('§6 a wrong plate is explained; one of another form is kept when it is meant', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await expect(arrive(advisor, { plate: '粤C6M2I8' })).rejects.toMatchObject({
      status: 422,
      code: 'plate_invalid',
      facts: { suggestion: '粤C6M218' },
      errors: [{ pointer: '/plate', message: '字母 I 不会出现在号牌序号里，是否为数字 1？' }],
    });
    const kept = await arrive(advisor, { plate: '临 A 5521', plateAsTyped: true });
    expect(kept.plate).toBe('临A5521');
  });

  test('§6 a VIN with an O is refused with the place; a wrong check digit is only a warning', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await expect(arrive(advisor, { vin: 'LSVAU218XN218329O' })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/vin', code: 'vin_letter' }],
    });
    const { vehicleId } = await arrive(advisor, { vin: 'LFV2A11K5G4071235' });
    const vehicle = await advisor.call(vehicleRoutes.read, { params: { vehicleId } });
    expect(vehicle.vin).toBe('LFV2A11K5G4071235');
    expect(vehicle.vinWarning).not.toBe('');
  });
});

describe('mileage', () => {
  test('a mileage lower than the last needs a reason, and keeps it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId } = await arrive(advisor, { mileageKm: 52318 });
    const read = (mileageKm: number, reason?: string) =>
      advisor.call(vehicleRoutes.recordMileage, {
        params: { vehicleId },
        body: { mileageKm, source: 'visit', reason },
      });
    await expect(read(5231)).rejects.toMatchObject({
      status: 422,
      code: 'mileage_lower',
      facts: { lastKm: 52318, lastOn: '2026-11-21' },
      errors: [{ pointer: '/mileageKm' }],
    });
    await shop.forward(0.1);
    expect(await read(120, '更换仪表')).toMatchObject({
      mileageKm: 120,
      readings: [{ mileageKm: 120, reason: '更换仪表' }, { mileageKm: 52318 }],
    });
    await expect(read(-1)).rejects.toMatchObject({ status: 400 });
  });

  test('the same reading again changes nothing', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId } = await arrive(advisor);
    const sourceId = newId(shop.now);
    const read = { mileageKm: 100, readOn: '2026-11-21', source: 'visit', sourceId } as const;
    await shop.write((work) => recordMileage(work, vehicleId, read));
    await shop.write((work) => recordMileage(work, vehicleId, read));
    const { readings } = await advisor.call(vehicleRoutes.read, { params: { vehicleId } });
    expect(readings).toHaveLength(1);
  });

  test('ARC-03 a visit sets the next service, with the sum behind it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId } = await arrive(advisor, { mileageKm: 52318 });
    const params = { vehicleId };
    const { version } = await advisor.call(vehicleRoutes.read, { params });
    const intervals = { intervalMonths: 6, intervalKm: 10000 };
    await advisor.call(vehicleRoutes.change, { params, body: intervals }, { version });
    await shop.write((work) => noteVehicleVisit(work, vehicleId, '2026-11-21'));
    expect(await advisor.call(vehicleRoutes.read, { params })).toMatchObject({
      nextDueOn: '2027-05-21',
      nextDueKm: 62318,
      nextDueWhy: { by: 'months', fromOn: '2026-11-21', fromKm: 52318, kmPerDay: null },
    });
  });
});

describe('owner and plate', () => {
  test('ARC-05 another owner from a day on; the former one stays on file', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId } = await arrive(advisor);
    const buyer = await advisor.call(customerRoutes.add, { body: { name: '新车主' } });
    await shop.forward(48);
    const vehicle = await advisor.call(vehicleRoutes.changeOwner, {
      params: { vehicleId },
      body: { ownerId: buyer.id },
    });
    expect(vehicle).toMatchObject({
      ownerName: '新车主',
      owners: [
        { customerId: buyer.id, fromOn: '2026-11-23', untilOn: null },
        { customerId: null, name: null, fromOn: '2026-11-21', untilOn: '2026-11-23' },
      ],
    });
  });

  test('ARC-05 another plate; the former one stays on file, and a taken one is refused', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId } = await arrive(advisor);
    const other = await arrive(advisor, { plate: '粤CD20366', samePhoneIsAnother: true });
    const change = (plate: string) =>
      advisor.call(vehicleRoutes.changePlate, { params: { vehicleId }, body: { plate } });
    await expect(change('粤CD20366')).rejects.toMatchObject({
      status: 409,
      code: 'plate_taken',
      facts: { vehicleId: other.vehicleId },
    });
    expect(await change('粤C88888')).toMatchObject({
      plate: '粤C88888',
      owners: [{ plate: '粤C88888' }, { plate: '粤C6M218', untilOn: '2026-11-21' }],
      formerPlates: [{ plate: '粤C6M218', untilOn: '2026-11-21' }],
    });
    const { items } = await advisor.call(vehicleRoutes.list, { query: { q: '粤C6M218' } });
    expect(items).toMatchObject([{ plate: '粤C88888', formerPlate: '粤C6M218' }]);
    const byTail = await advisor.call(vehicleRoutes.list, { query: { q: '88888' } });
    expect(byTail.items).toMatchObject([{ plate: '粤C88888', formerPlate: null }]);
  });

  test('a stranger’s vehicle does not exist', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const { vehicleId } = await arrive(advisor);
    const stranger = await (await TestShop.open()).employee('owner');
    await expect(
      stranger.call(vehicleRoutes.read, { params: { vehicleId } }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('a plate, its beginning or tail, a VIN’s tail, a piece of the model find the car', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    await arrive(advisor, { vin: 'LSVAU218XN2183294', model: '帕萨特 330TSI' });
    for (const q of ['粤C6M218', '粤C·6m2', '6M218', 'M218', '183294', '帕萨特']) {
      const { items } = await advisor.call(vehicleRoutes.list, { query: { q } });
      expect(
        items.map(({ plate }) => plate),
        q,
      ).toEqual(['粤C6M218']);
    }
    const none = await advisor.call(vehicleRoutes.list, { query: { q: '99999' } });
    expect(none.items).toEqual([]);
  });
});
