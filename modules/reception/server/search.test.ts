import { describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { receptionRoutes } from '../contract.ts';
import { carOf, orderOf } from './car.fixture.ts';

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
