import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { allStatements, valuesOf } from '#platform/sql.ts';
import './desk-queries.ts';
import { searchValues } from './search.ts';
import { searchStatement } from './search-queries.ts';

const tenantId = newId(new Date());
const customers = 20_000;
let app: pg.Client;
let owner: pg.Client;

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
  const databases = inject('databases');
  owner = new pg.Client(databases.owner as pg.ClientConfig);
  app = new pg.Client(databases.app as pg.ClientConfig);
  await Promise.all([owner.connect(), app.connect()]);
  await owner.query(
    `insert into tenants (id, code, name, created_at) values ($1, 'plan-${tenantId.slice(-12)}', '甲', now())`,
    [tenantId],
  );
  for (const client of [owner, app]) {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [tenantId]);
  }
  await owner.query(
    `insert into org_units (tenant_id, id, tier, code, name, path, created_at, updated_at)
     values ($1, $1, 'shop', 'a', '甲', 'a.', now(), now())`,
    [tenantId],
  );
  for (const sql of [archive, cars, plates, orders]) await owner.query(sql, [tenantId]);
  await owner.query('analyze customers, vehicles, former_plates, service_orders');
});
afterAll(() => Promise.all([owner.end(), app.end()]));

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plan as it runs for every later caller: prepared once, without a look at the text typed. */
async function planOf(q: string, mode: 'force_generic_plan' | 'force_custom_plan') {
  const given = {
    tenant: tenantId,
    scopes: ['a.'],
    notShared: [],
    ...searchValues(q, { seesCustomers: true, seesOrders: true, seesIdentity: true }),
    size: 8,
    seesCustomers: true,
    seesOrders: true,
  };
  const values = valuesOf(searchStatement, given).map((value) =>
    value === null ? 'null' : pg.escapeLiteral(literalOf(value)),
  );
  await app.query(`set plan_cache_mode = ${mode}`);
  await app.query(`prepare looking as ${searchStatement.text}`);
  const { rows } = await app.query(
    `explain (analyze, format json) execute looking (${values.join(', ')})`,
  );
  await app.query('deallocate looking');
  return nodesOf(rows[0]['QUERY PLAN'][0].Plan as Node);
}

const literalOf = (value: unknown): string =>
  Array.isArray(value) ? `{${value.map((one) => `"${one}"`).join(',')}}` : String(value);

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
  await owner.query(promised, [tenantId]);
  const desk = allStatements().find(({ name }) => name === 'reception.desk')!;
  const given = { seesCustomers: true, shownTypes: ['serviceOrder'], now: '2099-01-01T00:00:00Z' };
  const values = valuesOf(desk, { tenant: tenantId, scopes: ['a.'], notShared: [], ...given });
  await app.query(`prepare looking as ${desk.text}`);
  const told = values.map((value) => pg.escapeLiteral(literalOf(value))).join(', ');
  const { rows } = await app.query(`explain (analyze, format json) execute looking (${told})`);
  await app.query('deallocate looking');
  const ofCustomers = nodesOf(rows[0]['QUERY PLAN'][0].Plan as Node).filter(
    (node) => node['Relation Name'] === 'customers',
  );
  // Of cars in the shop, of promises, of who waits and who is expected.
  expect(ofCustomers.map((node) => node['Index Name'])).toEqual(Array(4).fill('customers_pkey'));
  expect(Math.max(...ofCustomers.map((node) => node['Actual Rows'] ?? 0))).toBeLessThanOrEqual(1);
});
