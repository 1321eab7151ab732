import type pg from 'pg';

const kindsQuery = `
  select c.relname as table, obj_description(c.oid) as kind
    from pg_class c
   where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
   order by c.relname`;

/** Where the rows of each kind of table lie when many machines share them; `local` ones stay where the program writes. */
const placed: Record<string, (table: string) => string | undefined> = {
  global: (table) => `select create_reference_table('${table}');`,
  tenant: (table) =>
    table === first
      ? `select create_distributed_table('${table}', 'tenant_id', colocate_with => 'none');`
      : `select create_distributed_table('${table}', 'tenant_id', colocate_with => '${first}');`,
  local: () => undefined,
};
/** All rows of a tenant lie together: every other table follows this one. */
const first = 'org_units';

/**
 * The statements that spread the tables over the nodes of a Citus cluster, from the kinds that the tables were declared
 * with. Run once, on a database that has its tables and not yet its foreign keys (docs/scaling.md).
 * @throws Error for a table whose kind has no place
 */
export async function distributionOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ table: string; kind: string | null }>(kindsQuery);
  const order = ['global', 'tenant', 'local'];
  const lines = rows
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ table, kind }) => {
      const place = placed[kind ?? ''];
      if (!place) throw new Error(`${table} is of no kind that has a place: ${kind}`);
      return place(table) ?? `-- ${table} stays on the coordinator`;
    });
  return [
    '-- Printed by `npm run types` from the kinds of the tables; what it is for stands in docs/scaling.md.',
    ...lines,
    '',
  ].join('\n');

  function rankOf({ table, kind }: { table: string; kind: string | null }): number {
    return table === first ? 0.5 : order.indexOf(kind ?? '');
  }
}
