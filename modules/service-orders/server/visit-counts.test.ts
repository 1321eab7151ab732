import { expect } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { statement } from '#platform/sql.ts';
import { type TestShop, test } from '#test/shop.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { Visit } from './visit.fixture.ts';

const entries = statement<{ day: string; entries: number; visits: number }, object>(
  'test.visitCounts',
  `select day::text, count(*)::integer as entries, sum(visits)::integer as visits from visit_counts
    where tenant_id = :tenant group by day order by day`,
);
const entriesOf = (shop: TestShop) => shop.reading.rows(entries, {});

async function called(shop: TestShop, plate: string) {
  const visit = await Visit.begin(shop, plate);
  await visit.receive();
  const body = { reason: '客户改天来' };
  await visit.advisor.call(routes.cancel, { params: visit.params, body });
}

test('CMP-17 what a rate divides by is every visit of its days, those called off left out, before the night and after it', async ({
  shop,
}) => {
  const day = '2026-11-21';
  for (const plate of ['粤C6M218', '粤C6M219']) {
    await (await Visit.begin(shop, plate)).receive();
  }
  await called(shop, '粤C6M220');
  const manager = await shop.employee('owner');
  const visits = async (from: string, to: string) => {
    const { figures } = await manager.call(complaintRoutes.figures, { query: { from, to } });
    return figures.find(({ key }) => key === 'complaintRate')!.of;
  };
  expect(await visits(day, day)).toBe(2);
  expect(await visits('2026-11-20', '2026-11-20')).toBe(0);
  expect(await entriesOf(shop)).toEqual([{ day, entries: 4, visits: 2 }]);

  await shop.forward(24);
  expect(await entriesOf(shop)).toEqual([{ day, entries: 1, visits: 2 }]);
  await called(shop, '粤C6M221');
  await (await Visit.begin(shop, '粤C6M222')).receive();
  expect(await entriesOf(shop)).toEqual([
    { day, entries: 1, visits: 2 },
    { day: '2026-11-22', entries: 3, visits: 1 },
  ]);
});

test('CMP-17 a day of which every order was called off leaves no entry behind', async ({
  shop,
}) => {
  await called(shop, '粤C6M223');
  await shop.forward(24);
  expect(await entriesOf(shop)).toEqual([]);
});
