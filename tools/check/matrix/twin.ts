import type { Client } from './filling.ts';

/** Tenants that nobody founded: every row of the home tenant once more, under the same ids. */
export const twins = [
  { twinId: '01a20000-0000-7000-8000-0000000000ff', kind: 'alike' },
  { twinId: '01a20000-0000-7000-8000-0000000000fe', kind: 'askew' },
  { twinId: '01a20000-0000-7000-8000-0000000000fd', kind: 'shifted' },
] as const;
export const twinMark = '丙';

/**
 * Copies a tenant row for row under another tenant's id. Keys begin with the tenant, so the same ids may stand twice:
 * wherever a statement joins by an id alone, the twin's row appears beside one's own. Its texts say that they are its.
 * The second one is askew: what points to a record points to the next one, every hour is an hour later, telephones and
 * plates are others, so that also a sum, a latest day or an `exists` says something else as soon as its rows are among
 * one's own. The third one is shifted: each id stands for what the next one stands for at home, so that whatever a condition
 * asks of a record, some record answers otherwise than one's own under the same id.
 */
export async function addTwins(
  client: Client,
  tables: readonly string[],
  tenantId: string,
): Promise<void> {
  // The copies point to copies that may come later.
  await client.query("set session_replication_role = 'replica'");
  await client.query(
    'create temporary table if not exists following (kind text, id uuid, next uuid, primary key (kind, id))',
  );
  for (const table of tables) await noteFollowing(client, table, tenantId);
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    if (!columns) continue;
    const marked = `replace(t.row::text, '【甲', '【${twinMark}')`;
    const others = `replace(replace(replace(${marked}, '13800138000', '13900139000'), '粤A1', '粤E1'), '粤B1', '粤F1')`;
    const [pointers, times] = [await pointersOf(client, table), await timesOf(client, table)];
    // A rule of the table may forbid what is askew, or a table have no ids.
    const ways = {
      alike: [{ text: marked, more: '' }],
      askew: [
        { text: others, more: pointers + times },
        { text: marked, more: pointers },
        { text: marked, more: '' },
      ],
      shifted: [
        { text: marked, more: '', from: followingRows(table) },
        { text: marked, more: '' },
      ],
    };
    for (const { twinId, kind } of twins) {
      let isCopied = false;
      for (const { text, more, from = plainRows(table) } of ways[kind] as Way[]) {
        const copying = client.query(
          `insert into ${table} (${columns}) select ${columns} from (
             select (jsonb_populate_record(null::${table},
               ${text}::jsonb || jsonb_build_object('tenant_id', $1::text)${more})).*
             from (${from}) t) twin`,
          [twinId, tenantId],
        );
        isCopied = await copying.then(
          () => true,
          () => false,
        );
        if (isCopied) break;
      }
      if (!isCopied) throw new Error(`${table} takes no ${kind} twin`);
    }
  }
  await client.query("set session_replication_role = 'origin'");
}

interface Way {
  text: string;
  more: string;
  from?: string;
}

const plainRows = (table: string) =>
  `select t.*, to_jsonb(t) as row from ${table} t where t.tenant_id = $2`;

/** Under each id what the next one says, whatever its place. */
const followingRows = (table: string) =>
  `select t.id, coalesce(lead(to_jsonb(t)) over w, first_value(to_jsonb(t)) over w)
      || jsonb_build_object('id', t.id) as row
     from ${table} t where t.tenant_id = $2 window w as (order by t.id)`;

/** For each record the next one of its place. */
async function noteFollowing(client: Client, table: string, tenantId: string): Promise<void> {
  const { rows } = await client.query(
    "select 1 from pg_attribute where attrelid = $1::regclass and attname = 'org_path' and not attisdropped",
    [table],
  );
  const inOrder = `(${rows.length > 0 ? 'partition by org_path' : ''} order by id)`;
  await client
    .query(
      `insert into following select '${table}', id,
          coalesce(lead(id) over ${inOrder}, first_value(id) over ${inOrder}) from ${table} where tenant_id = $1`,
      [tenantId],
    )
    .catch(withoutIds);
}

/** What is written into a row; none for a table whose rows are not told apart by their tenant. */
async function columnsOf(client: Client, table: string): Promise<string | undefined> {
  const { rows } = await client.query<{ columns: string | null }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and obj_description($1::regclass) = 'tenant'`,
    [table],
  );
  return rows[0]?.columns ?? undefined;
}

/** Columns that point to a tenant's record, each to the next one. */
async function pointersOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string; target: string }>(
    `select a.attname as name, k.confrelid::regclass::text as target from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.conrelid = $1::regclass and k.contype = 'f' and a.attname <> 'tenant_id' and a.attname <> 'id'
        and a.atttypid = 'uuid'::regtype`,
    [table],
  );
  return rows
    .map(
      ({
        name,
        target,
      }) => ` || coalesce((select jsonb_build_object('${name}', f.next) from following f
         where f.kind = '${target}' and f.id = t.${name}), '{}')`,
    )
    .join('');
}

async function timesOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
        and atttypid = 'timestamptz'::regtype and attgenerated = ''`,
    [table],
  );
  return rows
    .map(({ name }) => ` || jsonb_build_object('${name}', t.${name} + interval '1 hour')`)
    .join('');
}

/** A table without ids of its own, or with numbers: nothing points to its rows. */
function withoutIds(error: { code?: string }): void {
  if (error.code !== '42703' && error.code !== '42804') throw error;
}
