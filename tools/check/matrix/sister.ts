import pg from 'pg';
import type { ConnectionConfig } from '#database/embedded/embedded.ts';
import type { Owner } from './holdings.ts';

/** Tables whose rows lie at a place of the tree, and the column that says where. */
const placed = `select c.relname as table, a.attname as column from pg_class c
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      and (a.attname = 'org_path' or (a.attname = 'path' and c.relname = 'org_units'))
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     and exists (select from pg_policy p where p.polrelid = c.oid) order by 1`;

/**
 * Lets the harness ask what a statement would say if a part of the tree held nothing at all: behind row-level security,
 * while `matrix.hidden` names a path, no row below it is there. What one shop is told may not depend on its sister.
 */
export async function letHide(superuser: ConnectionConfig): Promise<void> {
  await asSuperuser(superuser, async (client) => {
    const hidden = "current_setting('matrix.hidden', true)";
    for (const { table, column } of (await client.query(placed)).rows) {
      await client.query(
        `create policy matrix_hides on ${table} as restrictive
           using (coalesce(${hidden}, '') = '' or not ${column} ^@ ${hidden})`,
      );
    }
  });
}

/** Whom and what a record is about, as a record of any kind may say it. */
const pointers: Record<string, string> = {
  customer_id: 'own.owner_id',
  vehicle_id: 'own.id',
  owner_id: 'own.owner_id',
  about_id: 'own.owner_id',
};
/** Where `owner_id` is a customer, and what else has to be another's. */
const crossed: Record<string, { more: string; only: string }> = {
  vehicles: { more: `, 'plate', '粤C' || (20000 + row_number() over ())`, only: 'true' },
  service_orders: { more: `, 'number', t.number || '-' || row_number() over ()`, only: 'true' },
  complaints: { more: `, 'number', t.number || '-' || row_number() over ()`, only: 'true' },
  commitments: { more: '', only: "t.about_type = 'customer'" },
  // A hold is on one thing.
  document_holds: { more: ", 'vehicle_id', null::text", only: 't.customer_id is not null' },
};

/**
 * A dealer group's customer goes to both shops: every kind of record of the sister once more, about the cars and the
 * customers of one's own shop. They lie at the sister's place, and nobody of one's own shop may see them.
 */
export async function addCrossings(
  superuser: ConnectionConfig,
  own: Owner,
  sister: Owner,
): Promise<void> {
  await asSuperuser(superuser, async (client) => {
    await client.query("set session_replication_role = 'replica'");
    for (const { table } of (await client.query(placed)).rows) {
      const { rows } = await client.query(
        `select array_agg(attname::text) as names, string_agg(quote_ident(attname), ', ') filter (where attgenerated = '') as columns
           from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [table],
      );
      const names: string[] = rows[0].names;
      const { more, only } = crossed[table] ?? { more: '', only: 'true' };
      const turned = Object.keys(pointers).filter(
        (name) => names.includes(name) && isAbout(table, name),
      );
      if (turned.length === 0 || !names.includes('id')) continue;
      const kinds = names.includes('state') ? 'state' : 'tenant_id';
      await client.query(
        `insert into ${table} (${rows[0].columns})
         select ${rows[0].columns} from (
           select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(
             'id', overlay(gen_random_uuid()::text placing 'f' from 1 for 1)::uuid,
             ${turned.map((name) => `'${name}', ${pointers[name]}`).join(', ')}${more}))).*
             from (select distinct on (${kinds}) * from ${table} t
                    where t.tenant_id = $1 and t.org_path = $2 and ${only} order by ${kinds}, id) t
             cross join (select * from vehicles where tenant_id = $1 and org_path = $3 and owner_id is not null order by id limit 8) own
         ) rows on conflict do nothing`,
        [own.tenantId, sister.path, own.path],
      );
    }
  });
}

/** `owner_id` elsewhere is an employee, `about_id` whatever it says. */
const isAbout = (table: string, name: string): boolean =>
  (name !== 'owner_id' || table === 'vehicles') && (name !== 'about_id' || table === 'commitments');

async function asSuperuser(
  superuser: ConnectionConfig,
  body: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(superuser);
  await client.connect();
  try {
    await body(client);
  } finally {
    await client.end();
  }
}
