import type pg from 'pg';

/** A tenant that nobody founded: every row of the home tenant once more, under the same ids. */
export const twinId = '01a20000-0000-7000-8000-0000000000ff';
export const twinMark = '丙';

/**
 * Copies a tenant row for row under another tenant's id. Keys begin with the tenant, so the same ids may stand twice:
 * wherever a statement joins by an id alone, the twin's row appears beside one's own. Its texts say that they are its.
 */
export async function addTwin(
  client: pg.Client,
  tables: readonly string[],
  tenantId: string,
): Promise<void> {
  // The copies point to copies that may come later.
  await client.query("set session_replication_role = 'replica'");
  for (const table of tables) {
    const columns = await columnsOf(client, table);
    if (!columns) continue;
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from (
         select (jsonb_populate_record(null::${table},
           replace(to_jsonb(t)::text, '【甲', '【${twinMark}')::jsonb || jsonb_build_object('tenant_id', $1::text))).*
         from ${table} t where t.tenant_id = $2) twin`,
      [twinId, tenantId],
    );
  }
  await client.query("set session_replication_role = 'origin'");
}

/** What is written into a row; none for a table whose rows are not told apart by their tenant. */
async function columnsOf(client: pg.Client, table: string): Promise<string | undefined> {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
        and exists (select from pg_policy where polrelid = $1::regclass)`,
    [table],
  );
  return rows[0]?.columns ?? undefined;
}
