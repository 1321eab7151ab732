import type pg from 'pg';

/** What grows with every act; everything else stays small enough to lie in one piece. */
export const monthlyTables = ['audit_entries', 'messages'] as const;
export type MonthlyTable = (typeof monthlyTables)[number];

/** How many months are made ahead. */
export const monthsAhead = 6;

/** Which of the tables lie by month. */
export async function tablesByMonth(client: pg.ClientBase): Promise<MonthlyTable[]> {
  const { rows } = await client.query<{ name: MonthlyTable }>(
    `select relname as name from pg_class where relkind = 'p' and relnamespace = 'public'::regnamespace
        and relname = any($1) order by relname`,
    [monthlyTables],
  );
  return rows.map(({ name }) => name);
}

/**
 * Lets a table lie by month from the next month on: what is there becomes its first part and is not copied. One
 * transaction, for whose length the table is locked (an index may be made anew). A table that lies by month stays as it is.
 * @param client the owner of the tables
 */
export async function beginMonths(client: pg.Client, table: MonthlyTable): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = '10s'`);
    if (!(await tablesByMonth(client)).includes(table)) await divide(client, table);
    await client.query('select make_months($1)', [monthsAhead]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function divide(client: pg.Client, table: MonthlyTable): Promise<void> {
  const run = (sql: string) => client.query(sql);
  const old = `months.${table}_before`;
  await run(`lock table ${table} in access exclusive mode`);
  const facts = await factsOf(client, table);
  for (const { from, name } of facts.pointingHere) {
    await run(`alter table ${from} drop constraint ${name}`);
  }
  await run(`alter table ${table} rename to ${table}_before`);
  await run(`alter table ${table}_before set schema months`);
  await run(
    `create table ${table} (like ${old} including all excluding indexes) partition by range (id)`,
  );
  await run(`select protect_tenant('${table}', append_only => ${facts.isAppendOnly})`);
  await run(`alter table ${table} add primary key (tenant_id, id)`);
  for (const { name, isUnique, definition } of facts.indexes) {
    // What is unique would have to name the month: whoever writes takes a lock instead (`messages.isHere`).
    if (isUnique) await run(`drop index months.${name}`);
    await run(
      definition
        .replace(/^CREATE UNIQUE/, 'CREATE')
        .replace(/ ON (?:public\.)?\w+ /, ` ON public.${table} `),
    );
  }
  for (const { name, definition } of facts.pointingAway) {
    await run(`alter table ${table} add constraint ${name} ${definition}`);
  }
  // Only through the table, where the policies are.
  await run(`revoke all on ${old} from jingming_app, jingming_report`);
  await run(`drop policy own_tenant on ${old}`);
  await run(`alter table ${old} no force row level security, disable row level security`);
  await run(
    `alter table ${table} attach partition ${old} for values from (minvalue) to ('${await boundAfter(client, old)}')`,
  );
  await run(
    `create table months.${table}_rest (like ${table} including defaults including constraints)`,
  );
  await run(`alter table ${table} attach partition months.${table}_rest default`);
  for (const { from, name, definition } of facts.pointingHere) {
    await run(`alter table ${from} add constraint ${name} ${definition}`);
  }
}

interface Facts {
  isAppendOnly: boolean;
  indexes: { name: string; isUnique: boolean; definition: string }[];
  /** Its own foreign keys. */
  pointingAway: { name: string; definition: string }[];
  /** Foreign keys of others to it. */
  pointingHere: { from: string; name: string; definition: string }[];
}

async function factsOf(client: pg.Client, table: MonthlyTable): Promise<Facts> {
  const { rows: indexes } = await client.query<Facts['indexes'][number]>(
    `select c.relname as name, i.indisunique as "isUnique", pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid = $1::regclass and not i.indisprimary order by c.relname`,
    [table],
  );
  const { rows: keys } = await client.query<Facts['pointingHere'][number] & { isOwn: boolean }>(
    `select conrelid = $1::regclass as "isOwn", conrelid::regclass::text as from, conname as name,
            pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and $1::regclass in (conrelid, confrelid) order by conname`,
    [table],
  );
  const { rows: rights } = await client.query<{ mayChange: boolean }>(
    `select has_table_privilege('jingming_app', $1::regclass, 'update') as "mayChange"`,
    [table],
  );
  return {
    isAppendOnly: !rights[0]!.mayChange,
    indexes,
    pointingAway: keys.filter(({ isOwn }) => isOwn),
    pointingHere: keys.filter(({ isOwn }) => !isOwn),
  };
}

/** The first id of the month after the last row's and after today. */
async function boundAfter(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ bound: string }>(
    `with last as (select ('x' || left(replace((select max(id::text) from ${table}), '-', ''), 12))::bit(48)::bigint as ms)
     select first_id_at((date_trunc('month', greatest(now(), to_timestamp(ms / 1000.0)) at time zone 'UTC')
              + interval '1 month') at time zone 'UTC')::text as bound from last`,
  );
  return rows[0]!.bound;
}
