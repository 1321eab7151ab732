import { newId } from '#platform/ids.ts';
import type { Holdings, Owner } from './holdings.ts';

/** Whoever sends statements for the harness. */
export interface Client {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

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
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnotnull and not a.atthasdef
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
  client: Client,
  tables: readonly string[],
  shops: readonly Owner[],
  holdings: Pick<Holdings, 'rowsAt'>,
): Promise<void> {
  const { rows } = await client.query<Column>(neededColumns, [tables]);
  const columns = Map.groupBy(rows, ({ table }) => table);
  for (const shop of shops) {
    for (const table of tables.filter((name) => holdings.rowsAt(name, shop).length === 0)) {
      await fill(client, table, columns.get(table) ?? [], shop, holdings);
    }
  }
}

/** What JSON and numbers a rule of the table may ask for. */
const shapes = [
  { jsonb: '{}', number: 1 },
  { jsonb: '[]', number: 2 },
  { jsonb: '{"1":[],"2":[],"3":[],"4":[],"5":[],"6":[],"7":[]}', number: 3 },
];

async function fill(
  client: Client,
  table: string,
  columns: readonly Column[],
  shop: Owner,
  holdings: Pick<Holdings, 'rowsAt'>,
): Promise<void> {
  const names = columns.map(({ name }) => name);
  const marks = columns.map((_, at) => `$${at + 1}`);
  const text = `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`;
  for (const shape of shapes) {
    const values = columns.map((column, at) => {
      if (column.type === 'jsonb') return shape.jsonb;
      if (/^(?:integer|smallint|bigint)$/.test(column.type) && !column.words) return shape.number;
      const before = columns.slice(0, at).filter(({ target }) => target === column.target).length;
      return valueFor(column, shop, holdings, before);
    });
    const isTaken = await client.query(text, values).then(() => true, refusedByRule);
    if (isTaken) return;
  }
}

/** @param before how many columns before this one point to the same table: nobody hands over to himself */
function valueFor(
  { name, type, target, words }: Column,
  shop: Owner,
  { rowsAt }: Pick<Holdings, 'rowsAt'>,
  before: number,
): unknown {
  if (name === 'tenant_id') return shop.tenantId;
  if (name === 'org_path' || name === 'scope_path') return shop.path;
  if (target) return (rowsAt(target, shop)[before] ?? rowsAt(target, shop)[0])?.id;
  if (type === 'uuid') return newId(new Date('2026-11-25T08:00:00.000Z'));
  if (words?.[0]) return words[0];
  if (name === 'url' || name === 'issuer') return 'https://example.org/';
  if (name === 'until_at') return '2026-11-25T08:30:00.000Z';
  if (type === 'text') return `补上的字 ${shop.path}`;
  return type.endsWith('[]') ? ['补上的字'] : valueOfType[type];
}

/** Nothing to point to, a check, a twin: whatever the table does not take. */
function refusedByRule(error: { code?: string }): false {
  if (!error.code?.startsWith('23') && error.code !== '22P02') throw error;
  return false;
}
