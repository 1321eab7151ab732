import { afterAll, beforeAll, expect, test } from 'vitest';
import '#modules/complaints/server/index.ts';
import '#modules/follow-ups/server/index.ts';
import '#modules/members/server/index.ts';
import '#modules/segments/server/index.ts';
import '#modules/service-orders/server/index.ts';
import { soughtCustomers } from '#modules/customers/server/index.ts';
import { soughtVehicles } from '#modules/vehicles/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import { PlanHouse } from '#test/plans.ts';
import './queries-lists.ts';

/** Six thousand of each surname: more than a list goes through one by one. */
const customers = 24_000;
let house: PlanHouse;

const filled = [
  `insert into customers (tenant_id, id, org_unit_id, org_path, name, name_pinyin, name_initials, phone, grams, first_seen_on, created_at, updated_at)
   select $1::uuid, md5('c' || $1::uuid::text || n)::uuid, $1::uuid, 'a.', surname || given, pinyin || n, left(pinyin, 1) || 'x',
          '1' || lpad((n * 7919 % 10000000000)::text, 10, '3'), array[surname, given, surname || given], '2026-01-01', now(), now()
     from (select n::bigint, (array['张','王','李','赵'])[1 + n % 4] as surname, chr(20000 + n % 900) as given,
                  (array['zhang','wang','li','zhao'])[1 + n % 4] as pinyin
             from generate_series(1, ${customers}) n) people`,
  `insert into vehicles (tenant_id, id, org_unit_id, org_path, plate, vin, model, owner_id, grams, next_due_on, created_at, updated_at)
   select $1::uuid, md5('v' || $1::uuid::text || n)::uuid, $1::uuid, 'a.', '京' || chr(65 + n % 8) || lpad(n::text, 5, '0'),
          'LFV2A11K5' || lpad(n::text, 8, '0'), '轩逸', md5('c' || $1::uuid::text || n)::uuid, '{轩,逸,轩逸}',
          date '2026-01-01' + (n % 900)::integer, now(), now()
     from generate_series(1, ${customers}) n`,
  `insert into complaints (tenant_id, id, org_unit_id, org_path, number, customer_id, channel, complainant_name, kind, content,
          received_at, answer_due_at, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, 'TS260101-' || phone, id, 'phone', name, 'price', '太贵', now(), now(), now(), now()
     from customers where tenant_id = $1`,
  `insert into service_orders (tenant_id, id, org_unit_id, org_path, number, vehicle_id, customer_id, state, customer_words,
          mileage_km, advisor_id, state_since, received_at, created_at, updated_at)
   select $1::uuid, md5('o' || $1::uuid::text || n)::uuid, $1::uuid, 'a.',
          'GD2601' || lpad((n / 1000)::text, 2, '0') || '-' || lpad((n % 1000)::text, 3, '0'), md5('v' || $1::uuid::text || n)::uuid,
          md5('c' || $1::uuid::text || n)::uuid, 'delivered', '保养', 1, $1::uuid, now(), now() - n * interval '1 minute', now(), now()
     from generate_series(1, ${customers}) n`,
  `insert into memberships (tenant_id, id, org_unit_id, org_path, customer_id, number, joined_on, tier, tier_since, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, id, 'HY' || phone, now(), 'basic', now(), now(), now() from customers where tenant_id = $1`,
  `insert into ledger_accounts (tenant_id, id, org_unit_id, org_path, kind, owner_type, owner_id, unit, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, 'members.points', 'membership', id, 'point', now(), now() from memberships where tenant_id = $1`,
  `insert into follow_ups (tenant_id, id, org_unit_id, org_path, rule, customer_id, earliest_on, latest_on, sum, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, 'first', id, '2026-01-01', date '2026-01-01' + (phone::bigint % 200)::integer, '{}', now(), now()
     from customers where tenant_id = $1`,
  `insert into customer_standings (tenant_id, customer_id, org_unit_id, org_path, year_visits, year_spend_fen, two_year_spend_fen,
          by_months, by_interval, by_visits, standing, formula, value_class, since_on, updated_at)
   select tenant_id, id, org_unit_id, org_path, 1, phone::bigint % 90000, 0, 'lost', 'lost', 'lost', 'lost', 'months', 'low', now(), now()
     from customers where tenant_id = $1`,
];

beforeAll(async () => {
  house = await PlanHouse.open(filled);
}, 120_000);
afterAll(() => house.close());

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const page = { kind: null, source: null, afterId: last, size: 101 };
const end = '\u{10FFFF}';
const nobody = 'ffffffff-0000-4000-8000-000000000000';
const work = { actor: systemActor(nobody, 'plan') } as Work;
const sought = (q: string) => ({ ...page, ...soughtCustomers(q), ...soughtVehicles(work, q) });
const due = (given: object) => ({
  ...{ ownerId: null, dueUntil: '2026-12-01', afterOn: '-infinity', size: 101 },
  ...{ afterId: '00000000-0000-0000-0000-000000000000', ...given },
});
const ofOrders = (given: object) => ({
  ...{ state: null, vehicleId: null, customerId: null, advisorId: null, from: null, until: null },
  ...{ tail: null, tailEnd: null, afterAt: null, afterId: null, size: 101, ...given },
});
const ofComplaints = {
  ...{ isOpen: null, state: null, kind: null, severity: null, handlerId: null, customerId: null },
  ...{ vehicleId: null, askedFrom: null, channel: null, since: null, until: null, figure: null },
  ...{ afterDue: '-infinity', afterId: '00000000-0000-0000-0000-000000000000', size: 101 },
};
const segment = {
  birthdays: null,
  ...{ standings: null, valueClasses: null, seenBefore: null, seenSince: null, spendFrom: null },
  ...{ spendTo: null, models: null, registeredBefore: null, registeredSince: null, dueKinds: null },
  ...{ dueUntil: null, agrees: null, complains: null, orgUnitId: null },
};
const match = (given: Record<string, string>) => {
  const nothing = { plateStart: null, plateTail: null, phoneTail: null, name: null };
  const ends = Object.entries({ ...nothing, ...given }).map(([key, value]) => [
    `${key}End`,
    value && value + end,
  ]);
  return { ...nothing, ...given, ...Object.fromEntries(ends) };
};

/** What is asked, and how many rows it may look at: a page and what it takes to find it, whatever the house's size. */
const asked: [string, string, object, number][] = [
  ['the best of a segment', 'segments.sample', { ...segment, looked: 20 }, 500],
  ['a customer by his id', 'customers.byId', { customerId: nobody }, 10],
  ['a car by its id', 'vehicles.byId', { vehicleId: nobody }, 10],
  ['whom a complaint is of', 'complaints.placeByCustomer', { id: nobody }, 10],
  ['which car a complaint is of', 'complaints.placeByVehicle', { id: nobody }, 10],
  ['who becomes a member', 'members.customer', { customerId: nobody }, 10],
  ['his card as a member', 'members.card', { customerId: nobody, today: '2026-11-21' }, 50],
  ['customers by a common surname', 'archive.foundPage', sought('张'), 12_000],
  ['customers by a whole name', 'archive.foundPage', sought('张丠'), 2000],
  ['customers by the tail of a plate', 'archive.foundPage', sought('0128'), 2000],
  ['customers by a common model', 'archive.foundPage', sought('轩逸'), 25_000],
  ['customers to choose from, by a surname', 'customers.foundPage', sought('张'), 12_000],
  [
    'vehicles by the tail of a plate',
    'vehicles.foundPage',
    { ...sought('0128'), ownerId: null, dueUntil: null },
    2000,
  ],
  [
    'vehicles by a common model',
    'vehicles.foundPage',
    { ...sought('轩逸'), ownerId: null, dueUntil: null },
    5000,
  ],
  [
    'orders of a day by their number: a page of a thousand',
    'serviceOrders.latestFirstNumbered',
    ofOrders({ number: 'GD260105', numberEnd: `GD260105${end}` }),
    2700,
  ],
  ['vehicles due until a day', 'vehicles.duePage', due({ dueUntil: '2026-12-01' }), 500],
  ['vehicles due, far into the list', 'vehicles.duePage', due({ afterOn: '2026-06-01' }), 500],
  ['customers from a source without any', 'archive.page', { ...page, source: 'portal' }, 10],
  ['firms where there are none', 'archive.page', { ...page, kind: 'company' }, 10],
  [
    'complaints by a name',
    'complaints.pressingSo',
    {
      ...ofComplaints,
      start: '张丠',
      startEnd: `张丠${end}`,
      plateStart: null,
      plateStartEnd: null,
    },
    1000,
  ],
  ['a complaint by plate', 'complaints.matches', match({ plateStart: '京A00128' }), 500],
  ['a complaint by name', 'complaints.matches', match({ name: '张' }), 2000],
  [
    'members by a name',
    'members.pageSo',
    {
      tier: null,
      holds: null,
      expiresUntil: null,
      start: '张丠',
      last: end,
      beforeId: last,
      size: 101,
    },
    1000,
  ],
  [
    'whom to call today',
    'followUps.due',
    {
      on: '2026-11-21',
      mine: false,
      afterOn: '0001-01-01',
      afterCalm: 0,
      afterId: '00000000-0000-0000-0000-000000000000',
      size: 101,
    },
    4000,
  ],
];

test.each(asked)('2.2 %s: by index, however large the house', async (_, name, given, most) => {
  const looked = await house.lookedAt(name, given);
  expect(looked.whole).toEqual([]);
  expect(looked.rows).toBeLessThanOrEqual(most);
});
