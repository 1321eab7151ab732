import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlanHouse, type PlanMode } from '#test/plans.ts';
import './desk-queries.ts';
import { searchValues } from './search.ts';
import { searchStatement } from './search-queries.ts';

const customers = 20_000;
let house: PlanHouse;

/** An archive with as many surnames, plates and numbers as a real one spreads over. */
const archive = `
  insert into customers (tenant_id, id, org_unit_id, org_path, name, name_pinyin, name_initials, phone, grams,
                         first_seen_on, created_at, updated_at)
  select $1::uuid, md5('c' || $1::uuid::text || n)::uuid, $1::uuid, 'a.', surname || given, pinyin || n, left(pinyin, 1) || 'x',
         '1' || lpad((n * 7919 % 10000000000)::text, 10, '3'), array[surname, given, surname || given],
         '2026-01-01', now(), now()
    from (select n, (array['张','王','李','赵','陈','刘','杨','黄'])[1 + n % 8] as surname, chr(20000 + n % 900) as given,
                 (array['zhang','wang','li','zhao','chen','liu','yang','huang'])[1 + n % 8] as pinyin
            from generate_series(1, ${customers}) n) people`;
const cars = `
  insert into vehicles (tenant_id, id, org_unit_id, org_path, plate, vin, owner_id, created_at, updated_at)
  select $1::uuid, md5('v' || $1::uuid::text || n)::uuid, $1::uuid, 'a.', '京' || chr(65 + n % 8) || lpad(n::text, 5, '0'),
         'LFV2A11K5' || lpad(n::text, 8, '0'), md5('c' || $1::uuid::text || n)::uuid, now(), now()
    from generate_series(1, ${customers}) n`;
/** Every other car bore another plate before. */
const plates = `
  insert into former_plates (tenant_id, id, vehicle_id, plate, until_on, created_at)
  select $1::uuid, md5('p' || $1::uuid::text || n)::uuid, md5('v' || $1::uuid::text || n)::uuid,
         '沪' || chr(65 + n % 8) || lpad(n::text, 5, '0'), '2025-01-01', now()
    from generate_series(1, ${customers}, 2) n`;
const orders = `
  insert into service_orders (tenant_id, id, org_unit_id, org_path, number, vehicle_id, customer_id, state,
                              customer_words, mileage_km, advisor_id, state_since, received_at, created_at, updated_at)
  select $1::uuid, md5('o' || $1::uuid::text || n)::uuid, $1::uuid, 'a.', 'GD26' || lpad((n / 100)::text, 4, '0') || '-' || lpad((n % 100)::text, 3, '0'),
         md5('v' || $1::uuid::text || n)::uuid, md5('c' || $1::uuid::text || n)::uuid, 'delivered', '保养', 1, $1::uuid, now(), now(), now(), now()
    from generate_series(1, ${customers}) n`;

beforeAll(async () => {
  house = await PlanHouse.open([archive, cars, plates, orders]);
}, 120_000);
afterAll(() => house.close());

/** The plan as it runs for every later caller: prepared once, without a look at the text typed. */
const planOf = (q: string, mode: PlanMode) =>
  house.planOf(
    searchStatement.name,
    {
      ...searchValues(q, { seesCustomers: true, seesOrders: true, seesIdentity: true }),
      size: 8,
      seesCustomers: true,
      seesOrders: true,
    },
    mode,
  );

const asked = [
  '京A0012',
  '00128',
  '张',
  '张丠',
  'zx',
  'zhang12',
  '0128',
  '1333',
  '000128',
  'GD2600',
];

test.each(['force_generic_plan', 'force_custom_plan'] as const)(
  '2.2 no reading of what is typed reads a whole table (%s)',
  async (mode) => {
    for (const q of asked) {
      const nodes = await planOf(q, mode);
      const scans = nodes.filter((node) => node['Relation Name'] && !node['Index Name']);
      const wrong = scans.filter((node) => node['Node Type'] === 'Seq Scan');
      expect(wrong, q).toEqual([]);
      const answered = nodes[0]?.['Actual Rows'];
      expect(answered, q).toBe(1);
    }
  },
);

test('2.2 every branch names the index that serves it', async () => {
  const used = new Set(
    (await planOf('zx', 'force_generic_plan')).flatMap((node) => node['Index Name'] ?? []),
  );
  const wanted = [
    'customers_name',
    'customers_initials',
    'customers_pinyin',
    'customers_phone_tail',
  ];
  const others = [
    'customers_phone',
    'customers_grams',
    'vehicles_plate_prefix',
    'vehicles_plate_tail',
  ];
  const last = ['vehicles_vin_tail', 'service_orders_number', 'service_orders_number_tail'];
  expect([...used]).toEqual(expect.arrayContaining([...wanted, ...others, ...last]));
});

test('2.2 the desk looks up whose promises they are one by one, not among all customers', async () => {
  const promised = `insert into commitments (tenant_id, id, org_unit_id, org_path, rule, about_type, about_id, started_at, due_at, sum, created_at, updated_at)
    select tenant_id, id, org_unit_id, org_path, 'serviceOrders.promised', 'serviceOrder', id, now(), now(), '{}', now(), now()
      from service_orders where tenant_id = $1 order by id limit 40`;
  await house.fill(promised);
  const given = { seesCustomers: true, shownTypes: ['serviceOrder'], now: '2099-01-01T00:00:00Z' };
  const ofCustomers = (await house.planOf('reception.desk', given)).filter(
    (node) => node['Relation Name'] === 'customers',
  );
  // Of cars in the shop, of promises, of who waits and who is expected.
  expect(ofCustomers.map((node) => node['Index Name'])).toEqual(Array(4).fill('customers_pkey'));
  expect(Math.max(...ofCustomers.map((node) => node['Actual Rows'] ?? 0))).toBeLessThanOrEqual(1);
});
