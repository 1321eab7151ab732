import { afterAll, beforeAll, expect, test } from 'vitest';
import './index.ts';
import { PlanHouse } from '#test/plans.ts';

/** Forty thousand complaints over four years, two visits for each: what is read depends on the month, not on the house. */
const complaints = 40_000;
let house: PlanHouse;
const filled = [
  `insert into employees (tenant_id, id, org_unit_id, org_path, name, created_at, updated_at)
   select $1::uuid, md5('e' || n)::uuid, $1::uuid, 'a.', '师傅' || n, now(), now() from generate_series(1, 1000) n`,
  `insert into customers (tenant_id, id, org_unit_id, org_path, name, name_pinyin, name_initials, phone, grams, first_seen_on, created_at, updated_at)
   values ($1, $1, $1, 'a.', '甲', 'jia', 'j', '13800138000', '{}', '2026-01-01', now(), now())`,
  `insert into vehicles (tenant_id, id, org_unit_id, org_path, plate, model, owner_id, grams, created_at, updated_at)
   select $1::uuid, md5('v' || n)::uuid, $1::uuid, 'a.', '京A' || lpad(n::text, 5, '0'), '车型' || n % 40, $1::uuid, '{}', now(), now()
     from generate_series(1, 20000) n`,
  `insert into service_orders (tenant_id, id, org_unit_id, org_path, number, vehicle_id, customer_id, state, customer_words,
          mileage_km, advisor_id, technician_id, state_since, received_at, created_at, updated_at)
   select $1::uuid, md5('o' || n)::uuid, $1::uuid, 'a.', 'GD' || n, md5('v' || (1 + n % 20000))::uuid, $1::uuid, 'delivered', '保养', 1,
          md5('e' || (1 + n % 1000))::uuid, md5('e' || (1 + n * 7 % 1000))::uuid, now(),
          timestamptz '2026-11-21' - n * interval '26 minutes', now(), now()
     from generate_series(1, ${2 * complaints}) n`,
  `insert into visit_counts (tenant_id, id, org_unit_id, org_path, day, visits, created_at)
   select $1::uuid, uuidv7(), $1::uuid, 'a.', (received_at at time zone 'Asia/Shanghai')::date, count(*), now()
     from service_orders group by 5`,
  `insert into complaints (tenant_id, id, org_unit_id, org_path, number, order_id, vehicle_id, channel, complainant_name, kind,
          content, received_at, answer_due_at, due_at, created_at, updated_at)
   select $1::uuid, md5('c' || n)::uuid, $1::uuid, 'a.', 'TS' || n, md5('o' || n * 2)::uuid, md5('v' || (1 + n * 2 % 20000))::uuid,
          'phone', '甲', (array['price', 'parts', 'repairTechnique'])[1 + n % 3], '太贵',
          timestamptz '2026-11-21' - n * interval '52 minutes', now(),
          case when n % 50 = 0 then timestamptz '2026-11-20' end, now(), now()
     from generate_series(1, ${complaints}) n`,
  `insert into commitments (tenant_id, id, org_unit_id, org_path, rule, about_type, about_id, started_at, due_at, sum, state, created_at, updated_at)
   select $1::uuid, md5('k' || n)::uuid, $1::uuid, 'a.', 'complaints.answer', 'complaint', md5('c' || n)::uuid, now(), now(), '[]',
          (array['kept', 'broken'])[1 + n % 2], now(), now()
     from generate_series(1, ${complaints}) n`,
  `insert into complaint_counts (tenant_id, id, org_unit_id, org_path, month, dimension, key, about_path, amount, created_at)
   select $1::uuid, uuidv7(), $1::uuid, 'a.', month, 'kind', kind, '', complaints, now() from (
     select date_trunc('month', received_at at time zone 'Asia/Shanghai')::date as month, kind, count(*) as complaints
       from complaints group by 1, 2) m
   union all
   select $1::uuid, uuidv7(), $1::uuid, 'a.', month, 'received', '', '', complaints, now() from (
     select date_trunc('month', received_at at time zone 'Asia/Shanghai')::date as month, count(*) as complaints
       from complaints group by 1) m`,
];
beforeAll(async () => {
  house = await PlanHouse.open(filled);
}, 240_000);
afterAll(() => house.close());

/** A month holds some 830 complaints and 1,660 visits. */
const month = {
  since: '2026-10-01T00:00:00Z',
  until: '2026-10-31T00:00:00Z',
  place: 'a.',
};
const stretches = {
  ids: ['ffffffff-0000-4000-8000-000000000000', 'ffffffff-0000-4000-8000-000000000000'],
  places: ['a.', 'a.'],
  kinds: ['price', 'price'],
  causes: ['repair', 'repair'],
  begins: ['2026-08-01T00:00:00Z', '2026-09-01T00:00:00Z'],
  ends: ['2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z'],
};
const counting = { ...month, isOwn: false };
const months = {
  begins: stretches.begins,
  ends: stretches.ends,
  since: stretches.begins[0],
  until: stretches.ends[1],
  place: 'a.',
};
const nobody = '00000000-0000-0000-0000-000000000000';
const page = { before: 'infinity', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff', size: 51 };
const asked: [what: string, statement: string, given: object, most: number][] = [
  ['the figures and bars of a month', 'complaintReviews.countsOfMonths', counting, 1000],
  ['those of a span that is no month', 'complaintReviews.countsOfSpan', counting, 12_000],
  ['the trend of two months', 'complaintReviews.trend', months, 200],
  [
    'what one bar counts',
    'complaintReviews.records',
    { ...month, ...page, by: 'kind', key: 'price', figure: null },
    1000,
  ],
  ['the cases of a month', 'complaintReviews.cases', month, 6000],
  ['what is overdue', 'complaintReviews.mentions', month, 2000],
  ['the effect of a measure', 'complaintReviews.effects', stretches, 9000],
  [
    'measures',
    'complaintReviews.measures',
    { state: null, purpose: null, ownerId: null, afterOn: '-infinity', afterId: nobody, size: 51 },
    100,
  ],
];

for (const [what, statement, given, most] of asked) {
  test(`CMP-17 in a large house ${what} reads what it tells of, and no table from end to end`, async () => {
    const { rows, whole } = await house.lookedAt(statement, given);
    expect(whole.filter((name) => name !== 'org_units' && name !== 'employees')).toEqual([]);
    expect(rows).toBeLessThan(most);
  });
}

test('CMP-17 in a large house a month of which something changed is read, and none beside it', async () => {
  await house.fill(
    `insert into complaint_count_marks (tenant_id, id, org_unit_id, month, created_at)
     select $1::uuid, uuidv7(), $1::uuid, '2026-10-01', now() from generate_series(1, 20)`,
  );
  for (const [statement, given, most] of [
    ['complaintReviews.countsOfMonths', counting, 12_000],
    ['complaintReviews.trend', { ...months, until: '2026-11-01T00:00:00Z' }, 2000],
    ['complaintReviews.markDiffering', { month: '2026-09-01' }, 12_000],
    ['complaintReviews.takeMarks', { most: 40 }, 200],
    ['complaintReviews.keepCounts', { unitIds: [house.tenantId], months: ['2026-10-01'] }, 12_000],
  ] as const) {
    const { rows, whole } = await house.lookedAt(statement, given);
    expect(whole, statement).toEqual([]);
    expect(rows, statement).toBeLessThan(most);
  }
});
