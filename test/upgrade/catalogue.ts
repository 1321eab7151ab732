import type pg from 'pg';

/** All that makes up a schema, a line each: what an upgrade has to end with, whatever way it came. */
const parts = `
  select format('column %s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' end, ' default ' || pg_get_expr(d.adbin, d.adrelid),
                case when a.attidentity <> '' then ' identity' end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
  union all
  select format('table %s rls=%s forced=%s comment=%s grants=%s', relname, relrowsecurity, relforcerowsecurity,
                obj_description(oid), (select array_agg(g::text order by g::text) from unnest(relacl) as g))
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
  union all
  select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select format('index %s', pg_get_indexdef(i.indexrelid))
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace
  union all
  select format('policy %s.%s %s using %s check %s', tablename, policyname, cmd, qual, with_check)
    from pg_policies where schemaname = 'public'
  union all
  select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p
   where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
     and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select format('view %s %s %s', relname, reloptions, pg_get_viewdef(oid))
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
  union all
  select format('migration %s %s', name, checksum) from migrations`;

/** The schema of a database, sorted, without regard to the order in which it came about. */
export async function catalogueOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(parts);
  return rows.map(({ line }) => line).sort();
}
