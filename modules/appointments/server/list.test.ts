import { expect } from 'vitest';
import { test } from '#test/shop.ts';
import { appointmentRoutes as routes } from '../contract.ts';
import { aBook, at, bookedBy, hoursOf, monday, onFile } from './appointments.fixture.ts';

test('WSH-02 the list tells who comes by time, page by page, and who did not come', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  await hoursOf(owner, 480);
  const { vehicleId } = await onFile(shop);
  await bookedBy(owner, { name: '后来的', startsAt: at('11:00') });
  await bookedBy(owner, { vehicleId, startsAt: at('10:00') });
  const first = await owner.call(routes.list, { query: { limit: 1, count: true } });
  expect(first).toMatchObject({ items: [{ plate: '粤C6M218' }], total: 2 });
  const query = { limit: 1, cursor: first.nextCursor! };
  const second = await owner.call(routes.list, { query });
  expect(second).toMatchObject({ items: [{ name: '后来的' }], nextCursor: null });
  const ofCar = { vehicleId, from: monday, until: monday };
  expect((await owner.call(routes.list, { query: ofCar })).items).toHaveLength(1);
  await shop.moveTo(at('10:45'));
  const missed = await owner.call(routes.list, { query: { state: 'noShow' } });
  expect(missed.items.map(({ plate }) => plate)).toEqual(['粤C6M218']);
});

test('WSH-02 a book holds appointments at every step, and a bay out of order', async ({ shop }) => {
  const owner = await shop.employee('owner');
  await aBook(owner, '甲');
  const { items } = await owner.call(routes.list, {});
  const states = items.map(({ state }) => state);
  expect(states.toSorted()).toEqual(['arrived', 'booked', 'cancelled', 'confirmed']);
});

test('WSH-02 who does not receive cars looks into the book and changes nothing', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  await hoursOf(owner, 480);
  const { id: appointmentId } = await bookedBy(owner);
  const onlooker = (await shop.employee('followUpAgent')).call(routes.confirm, {
    params: { appointmentId },
  });
  await expect(onlooker).rejects.toMatchObject({ status: 403 });
});
