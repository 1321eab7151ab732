import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlanHouse } from '#test/plans.ts';
import './errands.ts';
import './tasks.ts';

/** Advertisements that wait to leave; a handful of other things are due beside them. */
const waiting = 30_000;
let house: PlanHouse;

const filled = [
  `insert into tasks (id, tenant_id, name, data, run_at, created_at, is_errand, is_bulk)
   select uuidv7(), $1, 'messages.deliver', '{}', timestamptz '2026-11-20 08:00Z' + n * interval '1 second', now(), true, true
     from generate_series(1, ${waiting}) n`,
  `insert into tasks (id, tenant_id, name, data, run_at, created_at, is_errand)
   select uuidv7(), $1, 'messages.deliver', '{}', timestamptz '2026-11-20 23:00Z' + n * interval '1 hour', now(), true
     from generate_series(1, 40) n`,
  `insert into tasks (id, tenant_id, name, data, run_at, created_at)
   select uuidv7(), $1, 'vehicles.ofVisit', '{}', timestamptz '2026-11-20 23:30Z' + n * interval '1 hour', now()
     from generate_series(1, 40) n`,
];

beforeAll(async () => {
  house = await PlanHouse.open(filled);
}, 120_000);
afterAll(() => house.close());

const first = '00000000-0000-0000-0000-000000000000';
const asked: [what: string, name: string, given: object, most: number][] = [
  ['whose turn it is', 'tasks.ownersOfDue', {}, 50],
  ['the next task of a house', 'tasks.nextDueOfTenant', { owner: '' }, 50],
  [
    'that nothing but many is due',
    'errands.nextOfOwner',
    { owner: '', mayBeBulk: false, now: '2026-11-20T20:00:00Z' },
    50,
  ],
  ['who has something to be carried', 'errands.nextOwner', { after: first, passed: [] }, 50],
  ['the next errand of a house', 'errands.nextOfOwner', { owner: '', mayBeBulk: true }, 50],
  ['one that is not of many', 'errands.nextOfOwner', { owner: '', mayBeBulk: false }, 50],
];

test.each(asked)('D-21 %s is found at once beside a long queue', async (_, name, given, most) => {
  const owner = 'owner' in given ? { owner: house.tenantId } : {};
  const looked = await house.lookedAt(name, { ...given, ...owner });
  expect(looked.whole).toEqual([]);
  expect(looked.rows).toBeLessThanOrEqual(most);
});
