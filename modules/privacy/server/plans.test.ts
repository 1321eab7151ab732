import { afterAll, beforeAll, expect, test } from 'vitest';
import '#platform/personal/of-one.ts';
import { allStatements } from '#platform/sql.ts';
import { PlanHouse } from '#test/plans.ts';

const customers = 20_000;
/** Rows that one customer's own may bring with them. */
const mostLookedAt = 500;

const each = `from generate_series(1, ${customers}) n`;
const id = (kind: string, n = 'n') => `md5('${kind}' || ${n})::uuid`;
const filled = [
  `insert into customers (tenant_id, id, org_unit_id, org_path, name, phone, first_seen_on, created_at, updated_at)
   select $1::uuid, ${id('c')}, $1::uuid, 'a.', '张三', '139' || lpad(n::text, 8, '0'), '2026-01-01', now(), now() ${each}`,
  `update customers set merged_into_id = ${id('c', '1')} where tenant_id = $1 and id in (${id('c', '2')}, ${id('c', '3')})`,
  `insert into vehicles (tenant_id, id, org_unit_id, org_path, plate, vin, owner_id, created_at, updated_at)
   select $1::uuid, ${id('v')}, $1::uuid, 'a.', '京A' || lpad(n::text, 5, '0'), 'LFV2A11K5' || lpad(n::text, 8, '0'),
          ${id('c')}, now(), now() ${each}`,
  `update vehicles set merged_into_id = ${id('v', '1')} where tenant_id = $1 and id = ${id('v', '2')}`,
  `insert into vehicle_owners (tenant_id, id, vehicle_id, customer_id, plate, from_on, created_at)
   select $1::uuid, ${id('w')}, ${id('v')}, ${id('c')}, '京A' || lpad(n::text, 5, '0'), '2026-01-01', now() ${each}`,
  `insert into former_plates (tenant_id, id, vehicle_id, plate, until_on, created_at)
   select $1::uuid, ${id('p')}, ${id('v')}, '沪A' || lpad(n::text, 5, '0'), '2025-01-01', now() ${each}`,
  `insert into mileage_readings (tenant_id, id, vehicle_id, mileage_km, read_on, source, created_at)
   select $1::uuid, ${id('m')}, ${id('v')}, n, '2026-01-01', 'visit', now() ${each}`,
  `insert into service_orders (tenant_id, id, org_unit_id, org_path, number, vehicle_id, customer_id, state, customer_words,
          mileage_km, advisor_id, state_since, received_at, created_at, updated_at)
   select $1::uuid, ${id('o')}, $1::uuid, 'a.', 'GD26' || lpad(n::text, 8, '0'), ${id('v')}, ${id('c')}, 'delivered', '保养', 1, $1::uuid,
          now(), now(), now(), now() ${each}`,
  `insert into complaints (tenant_id, id, org_unit_id, org_path, number, customer_id, channel, complainant_name, kind, content,
          received_at, answer_due_at, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, 'TS260101-' || phone, id, 'phone', name, 'price', '太贵', now(), now(), now(), now()
     from customers where tenant_id = $1`,
  `insert into memberships (tenant_id, id, org_unit_id, org_path, customer_id, number, joined_on, tier, tier_since, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, id, 'HY' || phone, now(), 'basic', now(), now(), now() from customers where tenant_id = $1`,
  `insert into commitments (tenant_id, id, org_unit_id, org_path, rule, about_type, about_id, started_at, due_at, sum, created_at, updated_at)
   select tenant_id, id, org_unit_id, org_path, 'customers.archive', 'customer', id, now(), now(), '{}', now(), now()
     from customers where tenant_id = $1`,
  `insert into files (tenant_id, id, org_path, file_name, state, content_type, size_bytes, sha256, created_at)
   select $1::uuid, ${id('f')}, 'a.', n || '.jpg', 'ready', 'image/jpeg', 1, lpad(n::text, 64, '0'), now() ${each}`,
  `insert into import_batches (tenant_id, id, org_unit_id, org_path, file_id, file_name, kind, state, created_by, created_at, updated_at)
   select $1::uuid, ${id('b')}, $1::uuid, 'a.', ${id('f')}, '客户.csv', 'customers', 'imported', $1::uuid, now(), now() from generate_series(1, 4) n`,
  `insert into import_rows (tenant_id, batch_id, row_no, cells, tidied, customer_id, vehicle_id, status)
   select $1::uuid, ${id('b', '(1 + n % 4)')}, n, '[]', jsonb_build_object('phone', '139' || lpad(n::text, 8, '0'),
          'plate', '京A' || lpad(n::text, 5, '0'), 'vin', 'LFV2A11K5' || lpad(n::text, 8, '0')), ${id('c')}, ${id('v')}, 'imported' ${each}`,
];

let house: PlanHouse;
let subject: object;
beforeAll(async () => {
  house = await PlanHouse.open(filled);
  const ids = await house.rows(
    `select unnest(array[${id('c', '1')}, ${id('v', '1')}, ${id('o', '1')}]) as id`,
  );
  subject = {
    customerId: ids[0]!.id,
    ids: ids.map((row) => row.id),
    values: ['13900000001', '京A00001', 'LFV2A11K500000001'],
    isErasing: true,
    isOver: true,
  };
}, 120_000);
afterAll(() => house.close());

const names = allStatements()
  .map(({ name }) => name)
  .filter((name) => /^personal\.(ids|values|count|collect\.|erase\.)/.test(name));

test.each(names)('G-42 one person among many is found by index: %s', async (name) => {
  for (const mode of ['force_generic_plan', 'force_custom_plan'] as const) {
    const looked = await house.lookedAt(name, subject, mode);
    expect(looked.whole, mode).toEqual([]);
    expect(looked.rows, mode).toBeLessThanOrEqual(mostLookedAt);
  }
});
