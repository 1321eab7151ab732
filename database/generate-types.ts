import type pg from 'pg';
import { camel } from '#platform/database.ts';

const scalar: Record<string, string> = {
  uuid: 'string',
  _uuid: 'string[]',
  text: 'string',
  bool: 'boolean',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  timestamptz: 'Date',
  date: 'string',
  time: 'string',
  bytea: 'Buffer',
  _text: 'string[]',
  jsonb: 'unknown',
};
const columnsQuery = `
  select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
         (a.atthasdef or a.attidentity <> '') as "hasDefault", a.attgenerated <> '' as generated,
         col_description(c.oid, a.attnum) as comment,
         (select pg_get_constraintdef(k.oid) from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
             and pg_get_constraintdef(k.oid) like '%ANY%' limit 1) as choice
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
   where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'
   order by c.relname, a.attnum`;

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  generated: boolean;
  comment: string | null;
  choice: string | null;
}

/**
 * Prints the row types from the live catalogue: one interface a table (a CHECK over a list of words becomes a
 * union of those words, a column's comment its hover text), and the columns' types for the data-access layer.
 */
export async function generateTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(columnsQuery);
  const tables = Map.groupBy(rows, (row) => row.table);
  const bodies = [...tables].map(
    ([table, columns]) =>
      `export interface ${pascal(table)}Table {\n${columns.map(line).join('\n')}\n}`,
  );
  const index = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}Table;`);
  const facts = [...tables].map(([table, columns]) => {
    const entries = columns.map(({ column, type }) => `${camel(column)}: '${type}'`);
    return `  ${camel(table)}: { ${entries.join(', ')} },`;
  });
  return [
    '// Printed from the database by database/print.ts after migrating. Not written by hand.',
    "import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely';",
    ...bodies,
    `export interface Tables {\n${index.join('\n')}\n}`,
    'export type RowOf<T extends keyof Tables> = Selectable<Tables[T]>;',
    'export type NewRow<T extends keyof Tables> = Insertable<Tables[T]>;',
    'export type ChangeOf<T extends keyof Tables> = Updateable<Tables[T]>;',
    `export const columnTypes: Readonly<Record<keyof Tables, Readonly<Record<string, string>>>> = {\n${facts.join('\n')}\n};`,
  ].join('\n\n');
}

const pascal = (name: string) => camel(`_${name}`);

function line(column: Column): string {
  const words = column.choice?.match(/'[^']*'(?=::)/g)?.join(' | ');
  let type = words ?? scalar[column.type] ?? 'unknown';
  if (column.nullable && type !== 'unknown') type += ' | null';
  if (column.generated) type = `ColumnType<${type}, never, never>`;
  else if (column.hasDefault) type = `Generated<${type}>`;
  const comment = column.comment ? `  /** ${column.comment} */\n` : '';
  return `${comment}  ${camel(column.column)}: ${type};`;
}
