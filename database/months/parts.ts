import type pg from 'pg';
import { type MonthlyTable, monthlyTables } from './begin.ts';

/** A part of a table that lies by month. */
export interface Part {
  table: MonthlyTable;
  name: string;
  /** `2027-01`; without it the part from before the house began with months, or the rest. */
  month: string | undefined;
  /** As the database counted last. */
  rows: number;
  /** With its indexes. */
  bytes: number;
}

/** All parts, the oldest first. */
export async function partsOf(client: pg.ClientBase): Promise<Part[]> {
  const { rows } = await client.query<Omit<Part, 'month'>>(
    `select t.relname as table, p.relname as name, greatest(p.reltuples, 0)::float8 as rows,
            pg_total_relation_size(p.oid)::float8 as bytes
       from pg_inherits i join pg_class p on p.oid = i.inhrelid join pg_class t on t.oid = i.inhparent
      where t.relnamespace = 'public'::regnamespace and t.relkind = 'p' and t.relname = any($1)
      order by t.relname, pg_get_expr(p.relpartbound, p.oid) = 'DEFAULT',
               pg_get_expr(p.relpartbound, p.oid) !~ 'MINVALUE', p.relname`,
    [monthlyTables],
  );
  return rows.map((row) => ({ ...row, month: monthIn(row.name) }));
}

function monthIn(name: string): string | undefined {
  const found = /_(\d{4})_(\d{2})$/.exec(name);
  return found ? `${found[1]}-${found[2]}` : undefined;
}

/** The part of a month; none where the table has no such month, or has it no more. */
export const partOf = async (
  client: pg.ClientBase,
  table: MonthlyTable,
  month: string,
): Promise<Part | undefined> =>
  (await partsOf(client)).find((part) => part.table === table && part.month === month);
