import type pg from 'pg';

/** How many rows a table holds, and a sum over all of them that any other content would change. */
export interface TableContents {
  readonly rows: number;
  readonly sum: string;
}

/** What every table holds, by its name. */
export type Contents = Readonly<Record<string, TableContents>>;

/** The columns of every table, by its name: those that are stored, not computed. */
export type Columns = Readonly<Record<string, readonly string[]>>;

const columnsQuery = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
   where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
     and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   group by c.relname order by c.relname`;

/** Every table of the product with its stored columns. */
export async function columnsOf(client: pg.Client): Promise<Columns> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(columnsQuery);
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

/**
 * Counts and sums the given columns of every table, in the snapshot of the client's transaction. The sum does not
 * depend on where rows lie, so that it is the same after a restore and after a load.
 */
export async function contentsOf(client: pg.Client, columns: Columns): Promise<Contents> {
  await client.query(
    `select set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true),
            set_config('extra_float_digits', '1', true), set_config('bytea_output', 'hex', true),
            set_config('intervalstyle', 'postgres', true)`,
  );
  const contents: Record<string, TableContents> = {};
  for (const [table, names] of Object.entries(columns)) {
    const listed = names.map(quoted).join(', ');
    const { rows } = await client.query(
      `select count(*)::int8::text as rows,
              coalesce(sum(hashtextextended(row(${listed})::text, 0)::numeric), 0)::text as sum
         from ${quoted(table)}`,
    );
    contents[table] = { rows: Number(rows[0].rows), sum: rows[0].sum };
  }
  return contents;
}

/** The tables whose content is not the same; empty when all are alike. */
export function differences(expected: Contents, found: Contents): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].filter((name) => {
    const [one, other] = [expected[name], found[name]];
    return one?.rows !== other?.rows || one?.sum !== other?.sum;
  });
}

/** A name as SQL takes it, whatever it contains. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
