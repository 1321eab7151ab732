import { describe, expect } from 'vitest';
import { pinyinOf } from '#platform/pinyin.ts';
import type { Fresh } from '#platform/work.ts';
import { grams } from '#shared/search-text.ts';
import { TestShop, test } from '#test/shop.ts';
import { receptionRoutes } from '../contract.ts';

const today = '2026-11-21';

interface Car {
  name?: string;
  phone?: string;
  plate?: string;
  vin?: string;
  lastVisitOn?: string;
  customer?: Partial<Fresh<'customers'>>;
  vehicle?: Partial<Fresh<'vehicles'>>;
}

/** A customer with one car, as the archive writes them. */
async function carOf(shop: TestShop, car: Car = {}) {
  const { name = '张三', phone = '13800138000', plate = '京A12345' } = car;
  const { full, initials } = pinyinOf(name);
  return shop.write(async (work) => {
    const customer = await work.insert('customers', {
      name,
      namePinyin: full,
      nameInitials: initials,
      grams: grams(name),
      phone,
      firstSeenOn: today,
      lastVisitOn: car.lastVisitOn ?? null,
      ...car.customer,
    });
    const vehicle = await work.insert('vehicles', {
      plate,
      plateType: 'ordinary',
      vin: car.vin ?? '',
      model: '帕萨特',
      grams: grams(plate),
      ownerId: customer.id,
      lastVisitOn: car.lastVisitOn ?? null,
      ...car.vehicle,
    });
    return { customer, vehicle };
  });
}

type Owned = Awaited<ReturnType<typeof carOf>>;

async function orderOf(
  shop: TestShop,
  { customer, vehicle }: Owned,
  advisorId: string,
  more: Partial<Fresh<'serviceOrders'>> = {},
) {
  return shop.write((work) =>
    work.insert('serviceOrders', {
      number: 'GD261121-001',
      vehicleId: vehicle.id,
      customerId: customer.id,
      customerWords: '刹车有异响',
      mileageKm: 42_000,
      advisorId,
      stateSince: shop.now,
      receivedAt: shop.now,
      ...more,
    }),
  );
}

describe('one search box', () => {
  test('2.2 a car is found by plate, tail, name, pinyin, initials, phone tail and VIN tail', async ({
    shop,
  }) => {
    const vin = 'LFV2A11K5G4071234';
    const { vehicle, customer } = await carOf(shop, { name: '单小红', vin });
    await carOf(shop, { name: '李四', plate: '京B99999', phone: '13911112222' });
    const advisor = await shop.employee('advisor');
    const find = (q: string) => advisor.call(receptionRoutes.search, { query: { q } });
    const ways = [
      '京A·12345',
      '京a123',
      '12345',
      'A12345',
      '单小红',
      '小红',
      'shanxiaohong',
      'sxh',
    ];
    for (const q of [...ways, '8000', '1380013', '13800138000', vin, '071234']) {
      const { vehicles, order } = await find(q);
      expect(
        vehicles.map(({ id }) => id),
        q,
      ).toEqual([vehicle.id]);
      expect(order[0], q).toBe('vehicles');
    }
    const { customers } = await find('sxh');
    expect(customers).toMatchObject([
      { id: customer.id, name: '单小红', phone: '138****8000', plates: ['京A12345'] },
    ]);
  });

  test('2.2 an order is found by its number and by the end of it', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const order = await orderOf(shop, await carOf(shop), advisor.id);
    for (const q of ['GD261121-001', 'gd2611', '1121-001', '-001']) {
      const { orders } = await advisor.call(receptionRoutes.search, { query: { q } });
      expect(orders, q).toMatchObject([{ id: order.id, plate: '京A12345', customerName: '张三' }]);
    }
  });

  test('2.2 the latest visitor stands first, and an exact name before a longer one', async ({
    shop,
  }) => {
    await carOf(shop, { name: '王伟', plate: '京A00001', lastVisitOn: '2025-01-01' });
    await carOf(shop, { name: '王伟明', plate: '京A00002', lastVisitOn: '2026-11-01' });
    await carOf(shop, { name: '王伟', plate: '京A00003', lastVisitOn: '2026-01-01' });
    const advisor = await shop.employee('advisor');
    const { vehicles } = await advisor.call(receptionRoutes.search, { query: { q: '王伟' } });
    expect(vehicles.map(({ plate }) => plate)).toEqual(['京A00003', '京A00001', '京A00002']);
  });

  test('2.2 it is answered in one statement; a car in the shop says so', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    await orderOf(shop, await carOf(shop), advisor.id);
    const reply = await advisor.raw('GET', '/search?q=12345');
    expect(reply.headers['server-timing']).toBe('sql;desc="1"');
    expect(reply.json().vehicles[0].openOrder).toMatchObject({
      number: 'GD261121-001',
      state: 'received',
    });
  });

  test('what nothing can be is answered with nothing', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    for (const q of ['7', '%', '_', '::', "o'"]) {
      const answer = await advisor.call(receptionRoutes.search, { query: { q } });
      expect(answer, q).toEqual({ order: [], vehicles: [], customers: [], orders: [] });
    }
    expect((await advisor.raw('GET', '/search?q=')).statusCode).toBe(400);
    expect((await advisor.raw('GET', `/search?q=${'A'.repeat(61)}`)).statusCode).toBe(400);
  });

  test('ARC-10 who may not see customers finds cars, but nobody’s name', async ({ shop }) => {
    await carOf(shop);
    const technician = await shop.employee('technician');
    const find = (q: string) => technician.call(receptionRoutes.search, { query: { q } });
    expect((await find('12345')).vehicles).toMatchObject([{ ownerName: null, ownerPhone: null }]);
    expect((await find('张三')).vehicles).toEqual([]);
    expect((await find('8000')).vehicles).toEqual([]);
  });

  test('D-02 a stranger’s and a sister shop’s records are not found', async ({ shop }) => {
    const owned = await carOf(shop);
    await carOf(shop, {
      plate: '京A12346',
      customer: { orgPath: '/elsewhere/' },
      vehicle: { orgPath: '/elsewhere/' },
    });
    const stranger = await (await TestShop.open()).employee('owner');
    const advisor = await shop.employee('advisor');
    const query = { q: '京A1234' };
    expect((await stranger.call(receptionRoutes.search, { query })).vehicles).toEqual([]);
    const { vehicles } = await advisor.call(receptionRoutes.search, { query });
    expect(vehicles.map(({ id }) => id)).toEqual([owned.vehicle.id]);
  });
});

describe('the plate card', () => {
  test('2.2 a known plate shows who, car, visits, what was refused and what is promised', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const owned = await carOf(shop, {
      customer: { doNotMention: '离婚', wishes: '周末取车' },
      vehicle: { mileageKm: 42_500, mileageOn: today, nextDueOn: '2026-12-01' },
    });
    const order = await orderOf(shop, owned, advisor.id, {
      state: 'delivered',
      deliveredAt: shop.now,
      settledFen: 0,
      deliveryMileageKm: 42_010,
    });
    const line = { orderId: order.id, position: 1, labourFen: 12_000, answeredAt: shop.now };
    await shop.write(async (work) => {
      await work.insertAll('jobLines', [
        { ...line, description: '更换前刹车片', answer: 'approved', refusalReason: '' },
        {
          ...line,
          position: 2,
          description: '更换刹车盘',
          answer: 'refused',
          refusalReason: '太贵',
        },
      ]);
      await work.insert('releaseCertificates', {
        orderId: order.id,
        number: 'HGZ261121-001',
        inspectorId: advisor.id,
        guaranteeKm: 2000,
        guaranteeDays: 10,
        issuedAt: shop.now,
      });
      await work.insert('commitments', {
        rule: 'test.rule',
        aboutType: 'customer',
        aboutId: owned.customer.id,
        ownerId: advisor.id,
        startedAt: shop.now,
        dueAt: shop.now,
        sum: [],
      });
      await work.insert('matters', {
        customerId: owned.customer.id,
        kind: 'hope',
        content: '希望有代步车',
        ownerId: advisor.id,
      });
      await work.insert('contacts', {
        customerId: owned.customer.id,
        role: 'driver',
        name: '小李',
      });
    });
    const reply = await advisor.raw('GET', `/plate-cards/${owned.vehicle.id}`);
    expect(reply.headers['server-timing']).toBe('sql;desc="1"');
    expect(reply.json()).toMatchObject({
      vehicle: { plate: '京A12345', mileageKm: 42_500, nextDueOn: '2026-12-01' },
      customer: {
        name: '张三',
        phone: '138****8000',
        doNotMention: '离婚',
        contacts: [{ name: '小李', role: 'driver' }],
      },
      missing: ['address', 'vehicleType', 'maintenanceItems', 'interval'],
      openOrder: null,
      visits: [{ number: order.number, jobs: [{ description: '更换前刹车片' }] }],
      visitCount: 1,
      refused: [{ description: '更换刹车盘', reason: '太贵', amountFen: 12_000 }],
      guarantees: [{ certificate: 'HGZ261121-001', untilOn: '2026-12-01', untilKm: 44_010 }],
      promises: [{ rule: 'test.rule', ownerName: advisor.name, state: 'open' }],
      matters: [{ content: '希望有代步车' }],
      lastComplaint: null,
    });
  });

  test('WSH-12 what was refused and later agreed to is not brought up again', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const owned = await carOf(shop);
    const first = await orderOf(shop, owned, advisor.id, {
      state: 'delivered',
      receivedAt: new Date('2026-05-01'),
    });
    const later = await orderOf(shop, owned, advisor.id, { number: 'GD261121-002' });
    const line = { position: 1, description: '更换刹车盘' };
    await shop.write((work) =>
      work.insertAll('jobLines', [
        { ...line, orderId: first.id, answer: 'refused' },
        { ...line, orderId: later.id, answer: 'approved' },
      ]),
    );
    const { vehicle } = owned;
    const params = { vehicleId: vehicle.id };
    expect((await advisor.call(receptionRoutes.cardOfVehicle, { params })).refused).toEqual([]);
  });

  test('2.2 a car in the shop leads to its open order', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const order = await orderOf(shop, await carOf(shop), advisor.id, { state: 'inWork' });
    const { card } = await advisor.call(receptionRoutes.cardOfPlate, {
      query: { plate: ' 京a·12345 ' },
    });
    expect(card?.openOrder).toMatchObject({ id: order.id, advisorName: advisor.name });
    expect(card?.visits).toEqual([]);
  });

  test('WSH-10 a guarantee ends by days or by kilometres, whichever comes first', async ({
    shop,
  }) => {
    const advisor = await shop.employee('advisor');
    const owned = await carOf(shop, { vehicle: { mileageKm: 42_500 } });
    const order = await orderOf(shop, owned, advisor.id, { state: 'delivered' });
    const params = { vehicleId: owned.vehicle.id };
    await shop.write((work) =>
      work.insert('releaseCertificates', {
        orderId: order.id,
        number: 'HGZ261121-001',
        inspectorId: advisor.id,
        guaranteeKm: 1000,
        guaranteeDays: 10,
        issuedAt: shop.now,
      }),
    );
    const running = async () => {
      const fresh = await shop.employee('advisor');
      return (await fresh.call(receptionRoutes.cardOfVehicle, { params })).guarantees.length;
    };
    expect(await running()).toBe(1);
    await shop.write((work) =>
      work.update('vehicles', { id: owned.vehicle.id }, { mileageKm: 43_000 }),
    );
    expect(await running()).toBe(0);
    await shop.write((work) =>
      work.update('vehicles', { id: owned.vehicle.id }, { mileageKm: 42_500 }),
    );
    await shop.forward(24 * 10);
    expect(await running()).toBe(1);
    await shop.forward(24);
    expect(await running()).toBe(0);
  });

  test('2.2 an unknown plate is told apart from no plate, with what to do', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const read = (plate: string) => advisor.call(receptionRoutes.cardOfPlate, { query: { plate } });
    expect(await read('粤B·D12345')).toMatchObject({
      plate: '粤BD12345',
      kind: 'plate',
      type: 'newEnergySmall',
      colour: 'green',
      card: null,
    });
    expect(await read('京A1234O')).toMatchObject({
      kind: 'faulty',
      suggestion: '京A12340',
      hint: '字母 O 不会出现在号牌序号里，是否为数字 0？',
      card: null,
    });
  });

  test('ARC-10 the technician gets the car without the person and his complaints', async ({
    shop,
  }) => {
    const { vehicle, customer } = await carOf(shop);
    const technician = await shop.employee('technician');
    await shop.write((work) =>
      work.insert('complaints', {
        number: 'TS261121-001',
        customerId: customer.id,
        channel: 'phone',
        complainantName: '张三',
        kind: 'price',
        content: '太贵',
        receivedAt: shop.now,
        answerDueAt: shop.now,
      }),
    );
    const params = { vehicleId: vehicle.id };
    const seen = await technician.call(receptionRoutes.cardOfVehicle, { params });
    expect(seen).toMatchObject({ customer: null, lastComplaint: null, matters: [] });
    const advisor = await shop.employee('advisor');
    const full = await advisor.call(receptionRoutes.cardOfVehicle, { params });
    expect(full.lastComplaint).toMatchObject({ number: 'TS261121-001', state: 'received' });
  });

  test('D-02 a stranger’s car has no card', async ({ shop }) => {
    const { vehicle } = await carOf(shop);
    const stranger = await (await TestShop.open()).employee('owner');
    const params = { vehicleId: vehicle.id };
    await expect(stranger.call(receptionRoutes.cardOfVehicle, { params })).rejects.toMatchObject({
      status: 404,
    });
    const query = { plate: '京A12345' };
    expect((await stranger.call(receptionRoutes.cardOfPlate, { query })).card).toBeNull();
  });
});

describe('the desk', () => {
  test('WSH-01 it shows the cars in the shop and the promises that press', async ({ shop }) => {
    const advisor = await shop.employee('advisor');
    const owned = await carOf(shop);
    await orderOf(shop, owned, advisor.id);
    await orderOf(shop, owned, advisor.id, { number: 'GD261120-009', state: 'delivered' });
    const promise = {
      rule: 'test.rule',
      aboutType: 'customer',
      aboutId: owned.customer.id,
      startedAt: shop.now,
      sum: [],
    };
    await shop.write((work) =>
      work.insertAll('commitments', [
        { ...promise, dueAt: new Date(shop.now.getTime() - 3_600_000), state: 'broken' },
        {
          ...promise,
          rule: 'test.later',
          dueAt: new Date(shop.now.getTime() + 3_600_000),
          state: 'open',
        },
      ]),
    );
    const reply = await advisor.raw('GET', '/reception-desk');
    expect(reply.headers['server-timing']).toBe('sql;desc="1"');
    expect(reply.json()).toMatchObject({
      carCount: 1,
      cars: [{ number: 'GD261121-001', plate: '京A12345', advisorName: advisor.name }],
      promises: [{ rule: 'test.rule', state: 'broken', subject: '张三' }],
    });
  });
});
