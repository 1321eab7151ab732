import type pg from 'pg';
import { newId } from '#platform/ids.ts';
import type { Holdings, Owner } from './holdings.ts';

interface Column {
  table: string;
  name: string;
  type: string;
  /** The table whose row this column points to. */
  target: string | null;
  /** The words that a check allows. */
  words: string[] | null;
}

const neededColumns = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         (select k.confrelid::regclass::text from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) and a.attname <> 'tenant_id' limit 1) as target,
         (select array_agg(m[1]) from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([A-Za-z]+)''', 'g') m
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as words
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnotnull and not a.atthasdef
     and a.attgenerated = '' and c.relname = any($1) order by c.relname, a.attnum`;

const valueOfType: Record<string, unknown> = {
  'timestamp with time zone': '2026-11-25T08:00:00.000Z',
  date: '2026-11-25',
  boolean: false,
  jsonb: '{}',
  bytea: Buffer.alloc(32, 7),
  integer: 1,
  smallint: 1,
  bigint: 1,
};

/**
 * Puts a row into every table that the furnishing left empty in some shop, as its columns ask for it, so that a new
 * table's routes have something to speak of. What a rule of the table refuses stays empty: it is to be furnished.
 */
export async function fillEmptyTables(
  client: pg.Client,
  tables: readonly string[],
  shops: readonly Owner[],
  holdings: Holdings,
): Promise<void> {
  const { rows } = await client.query<Column>(neededColumns, [tables]);
  const columns = Map.groupBy(rows, ({ table }) => table);
  for (const shop of shops) {
    for (const table of tables.filter((name) => holdings.rowsAt(name, shop).length === 0)) {
      await fill(client, table, columns.get(table) ?? [], shop, holdings);
    }
  }
}

async function fill(
  client: pg.Client,
  table: string,
  columns: readonly Column[],
  shop: Owner,
  holdings: Holdings,
): Promise<void> {
  const values = columns.map((column) => valueFor(column, shop, holdings));
  const marks = values.map((_, at) => `$${at + 1}`);
  const names = columns.map(({ name }) => name);
  const text = `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`;
  await client.query(text, values).catch(refusedByRule);
}

function valueFor({ name, type, target, words }: Column, shop: Owner, holdings: Holdings): unknown {
  if (name === 'tenant_id') return shop.tenantId;
  if (name === 'org_path' || name === 'scope_path') return shop.path;
  if (target) return holdings.rowsAt(target, shop)[0]?.id;
  if (type === 'uuid') return newId(new Date('2026-11-25T08:00:00.000Z'));
  if (words?.[0]) return words[0];
  if (name === 'url' || name === 'issuer') return 'https://example.org/';
  if (type === 'text') return `补上的字 ${shop.path}`;
  return type.endsWith('[]') ? ['补上的字'] : valueOfType[type];
}

/** Nothing to point to, a check, a twin: whatever the table does not take. */
function refusedByRule(error: { code?: string }): void {
  if (!error.code?.startsWith('23') && error.code !== '22P02') throw error;
}
