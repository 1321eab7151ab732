import { describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { receptionRoutes } from '../contract.ts';
import { carOf, orderOf } from './car.fixture.ts';

const today = '2026-11-21';

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
