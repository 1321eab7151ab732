import type { Client } from './filling.ts';

const rows = `
  insert into import_rows (tenant_id, batch_id, row_no, cells, tidied, status, customer_id, vehicle_id, staged)
  select b.tenant_id, b.id, 100 + p.nth, '[]', jsonb_build_object('phone', p.phone, 'plate', p.plate,
           'vin', 'LSVAM4187C21840' || (10 + p.nth), 'customerName', p.name, 'employeeName', p.name,
           'lastVisitOn', '2026-11-20'), 'ready', p.id, p.vehicle_id, '{"customer": {}, "vehicle": {}}'
    from import_batches b
    cross join lateral (
      select c.id, c.phone, c.name, v.plate, v.id as vehicle_id, row_number() over (order by c.id, v.id) as nth
        from customers c join vehicles v on v.tenant_id = c.tenant_id and v.owner_id = c.id
       where c.tenant_id = b.tenant_id order by c.id, v.id limit 6) p
   where b.tenant_id = any($1::uuid[]) on conflict do nothing`;

const broughtIn = (table: string) => `
  update ${table} t set import_batch_id = (select b.id from import_batches b
      where b.tenant_id = t.tenant_id order by b.id limit 1)
   where t.tenant_id = any($1::uuid[]) and abs(hashtext(t.tenant_id::text || t.id)) % 2 = 0`;

/** Lists that some tenants brought in: of customers and cars of theirs, and some of these came by such a list. */
export async function bringInLists(client: Client, tenants: readonly string[]): Promise<void> {
  await client.query(rows, [tenants]);
  for (const table of ['customers', 'vehicles']) await client.query(broughtIn(table), [tenants]);
}
