import { describe, expect } from 'vitest';
import { appointmentRoutes } from '#modules/appointments/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { test } from '#test/shop.ts';
import type { TestShop } from '#test/tenant.ts';
import { openShopRoutes } from '../contract.ts';
import { aForm, ask, firstTimes, houseIn, openShop, savePageBy } from './shop-page.fixture.ts';

const send = (shop: TestShop, form: object, given = {}) =>
  ask(shop, 'POST', openShopRoutes.book.path, form, given);
const bookOf = async (shop: TestShop, more = {}) => {
  const owner = await shop.employee('owner');
  const house = houseIn((await openShop(owner, more)).at);
  const times = await firstTimes(shop, house);
  const list = async () => (await owner.call(appointmentRoutes.list, {})).items;
  return { owner, house, times, list };
};

describe('booking without a login', () => {
  test('WSH-02 WSH-13 a free time that is asked for stands in the book, and the desk confirms it', async ({
    shop,
  }) => {
    const { owner, house, times, list } = await bookOf(shop);
    expect(times.length).toBeGreaterThan(3);
    const form = aForm(house, times[1]!.startsAt, { fetchAt: '武珞路 5 号' });
    const reply = await send(shop, form);
    expect(reply.statusCode, reply.body).toBe(201);
    expect(reply.json()).toMatchObject({ isConfirmed: false, startsAt: times[1]!.startsAt });
    const [booked] = await list();
    expect(booked).toMatchObject({
      ...{ state: 'asked', way: 'web', fetching: 'pickUp', kind: 'maintenance' },
      ...{ name: '单小红', plate: '鄂A12345', bayName: '1 号举升机', plannedMinutes: 90 },
    });
    const { items } = await owner.call(commitmentRoutes.listNotices, {});
    expect(items).toMatchObject([{ kind: 'shopPage.asked', aboutId: booked!.id }]);
    const day = () => owner.call(appointmentRoutes.day, {});
    expect(await day()).toMatchObject({ asked: 1 });
    const params = { appointmentId: booked!.id };
    expect(await owner.call(appointmentRoutes.confirm, { params })).toMatchObject({
      state: 'confirmed',
    });
    expect(await day()).toMatchObject({ asked: 0 });
    const after = await firstTimes(shop, house);
    expect(after.map(({ startsAt }) => startsAt)).not.toContain(times[1]!.startsAt);
  });

  test('WSH-02 a second tap finds the first: one appointment, and each gets a way to it', async ({
    shop,
  }) => {
    const { house, times, list } = await bookOf(shop);
    const form = aForm(house, times[0]!.startsAt);
    const replies = await Promise.all([send(shop, form), send(shop, form), send(shop, form)]);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(await list()).toHaveLength(1);
  });

  test('WSH-02 of many who want the same time one gets it, the others hear which are free', async ({
    shop,
  }) => {
    const { house, times, list } = await bookOf(shop);
    const forms = ['1', '2', '3', '4'].map((tail) =>
      aForm(house, times[0]!.startsAt, { phone: `1387123456${tail}` }),
    );
    const replies = await Promise.all(forms.map((form) => send(shop, form)));
    const codes = replies.map((reply) => reply.json().code ?? 'taken it');
    expect(codes.toSorted()).toEqual(['taken it', 'time_taken', 'time_taken', 'time_taken']);
    const late = replies.find(({ statusCode }) => statusCode === 409)!.json();
    expect(late.next.length).toBeGreaterThan(1);
    expect(JSON.stringify(late)).not.toMatch(/单小红|1387123|刹车/);
    expect(await list()).toHaveLength(1);
  });

  test('WSH-02 where the shop says so, a free time is his who takes it', async ({ shop }) => {
    const { house, times, list } = await bookOf(shop, { confirmsItself: true });
    const reply = await send(shop, aForm(house, times[0]!.startsAt));
    expect(reply.json()).toMatchObject({ isConfirmed: true });
    expect(await list()).toMatchObject([{ state: 'confirmed' }]);
  });

  test('WSH-02 what is not offered is refused: other times, fetching, a shop that takes none', async ({
    shop,
  }) => {
    const { owner, house, times } = await bookOf(shop, { fetches: false });
    const codeOf = async (more: object) =>
      (await send(shop, aForm(house, times[0]!.startsAt, more))).json().code;
    expect(await codeOf({ startsAt: '2026-11-23T19:00:00.000Z' })).toBe('time_taken');
    expect(await codeOf({ startsAt: shop.now.toISOString() })).toBe('time_past');
    expect(await codeOf({ fetchAt: '武珞路 5 号' })).toBe('fetching_not_offered');
    expect(await codeOf({ phone: '12' })).toMatch(/phone/);
    expect(await codeOf({ slug: 'nobody' })).toBe('not_found');
    await savePageBy(owner, { takesBookings: false });
    expect(await codeOf({ phone: '13871234560' })).toBe('bookings_not_taken');
  });

  test('WSH-13 floods end: from one address, from one telephone, by a robot', async ({ shop }) => {
    const { house, times } = await bookOf(shop);
    const at = (each: number) => times[each * 4]!.startsAt;
    const oneAddress = { remoteAddress: '10.200.0.7' };
    const robot = await send(shop, aForm(house, at(0), { website: 'http://spam' }), oneAddress);
    expect(robot.statusCode).toBe(429);
    const codes = [];
    for (let each = 0; each < 4; each++) {
      codes.push((await send(shop, aForm(house, at(each)))).json().code ?? 'taken');
    }
    expect(codes).toEqual(['taken', 'taken', 'taken', 'enough_booked']);
    for (let each = 0; each < 4; each++) await send(shop, aForm(house, at(4)));
    expect((await send(shop, aForm(house, at(4)))).json().code).toBe('too_many');
    for (let each = 0; each < 5; each++) {
      const phone = `1380000000${each}`;
      await send(shop, aForm(house, at(4), { phone, slug: 'nobody' }), oneAddress);
    }
    const other = aForm(house, at(5), { phone: '13800000009' });
    expect((await send(shop, other, oneAddress)).json().code).toBe('too_many');
    expect((await send(shop, other)).statusCode).toBe(201);
  });
});
