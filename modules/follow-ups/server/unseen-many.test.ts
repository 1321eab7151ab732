import { expect } from 'vitest';
import { newId } from '#platform/ids.ts';
import type { Work } from '#platform/work.ts';
import { type TestShop, test } from '#test/shop.ts';
import { followUpRoutes } from '../contract.ts';
import { lapseCalls } from './index.ts';
import { night, people, setRule } from './rules.fixture.ts';

const each = (count: number) => Array.from({ length: count }, (_, at) => at);

/** So many customers with a car each that was in on that day; the first of them with two. */
async function seenOn(shop: TestShop, lastVisitOn: string, count: number): Promise<string[]> {
  const ids = each(count).map(() => newId(shop.now));
  const put = async (work: Work) => {
    const person = { phone: '13800138000', firstSeenOn: '2026-01-01', lastVisitOn };
    const persons = ids.map((id, at) => ({ id, name: `车主${at}`, ...person }));
    await work.insertAll('customers', persons);
    const car = { plateType: 'ordinary' as const, lastVisitOn };
    const cars = [...ids, ids[0]!].map((ownerId, at) => {
      const plate = `粤A${String(10_000 + at)}`;
      return { ...car, plate, ownerId };
    });
    await work.insertAll('vehicles', cars);
  };
  await shop.write(put);
  return ids;
}

test('FUP-01 a rule that makes more due on one day than a stretch holds plans each of them that night, and once', async ({
  shop,
}) => {
  const { agent, supervisor } = await people(shop);
  const count = 540;
  await seenOn(shop, '2026-05-25', count);
  await setRule(supervisor, 'longUnseen', { earliestDays: 180, latestDays: 210 });
  await shop.moveTo('2026-11-23T02:00:00.000Z');
  await night(shop);
  const query = { rule: 'longUnseen', state: 'planned', count: true, limit: 1 } as const;
  const total = async () => (await agent.call(followUpRoutes.list, { query })).total;
  expect(await total()).toBe(count);
  await night(shop);
  expect(await total()).toBe(count);
});

test('FUP-01 thousands of calls that nobody made lapse in one night', async ({ shop }) => {
  const { agent } = await people(shop);
  const [customerId] = await seenOn(shop, '2026-11-01', 1);
  const lost = { rule: 'segment', customerId: customerId!, state: 'planned' as const, sum: {} };
  const days = { earliestOn: '2026-10-01', latestOn: '2026-10-05' };
  const rows = each(2_040).map(() => ({ ...lost, ...days }));
  await shop.write((work) => work.insertAll('followUps', rows));
  await shop.write((work) => lapseCalls(work));
  await shop.settle();
  const query = { state: 'planned', count: true, limit: 1 } as const;
  expect((await agent.call(followUpRoutes.list, { query })).total).toBe(0);
});
