import type pg from 'pg';

/** What is filled; foreign keys between these and their indexes are made after the rows, as a restore makes them. */
const filled = [
  'customers',
  'vehicles',
  'vehicle_owners',
  'former_plates',
  'mileage_readings',
  'consents',
  'service_orders',
  'job_lines',
  'follow_ups',
  'follow_up_calls',
  'complaints',
  'matters',
  'messages',
  'memberships',
  'ledger_accounts',
  'customer_standings',
  'commitments',
];

interface SetAside {
  drop: string;
  make: string;
}

/** Takes away what would be kept up row by row, and gives back what makes it again. */
export async function setIndexesAside(owner: pg.Client): Promise<string[]> {
  const { rows: keys } = await owner.query<SetAside>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
       from pg_constraint where contype = 'f' and conrelid = any($1::text[]::regclass[])`,
    [filled],
  );
  const { rows: indexes } = await owner.query<SetAside>(
    `select format('drop index %s', x.indexrelid::regclass) as drop, pg_get_indexdef(x.indexrelid) as make
       from pg_index x where x.indrelid = any($1::text[]::regclass[])
        and not exists (select from pg_constraint k where k.conindid = x.indexrelid)`,
    [filled],
  );
  const all = [...keys, ...indexes];
  for (const { drop } of all) await owner.query(drop);
  // Foreign keys last: making them reads by the indexes.
  return [...indexes, ...keys].map(({ make }) => make);
}

/** Makes them again and lets the planner look at everything, as a day of autovacuum would. */
export async function makeIndexes(
  owner: pg.Client,
  makers: readonly string[],
  say: (line: string) => void,
) {
  await owner.query("set maintenance_work_mem = '1GB'");
  for (const make of makers) await owner.query(make);
  say('vacuum analyze …');
  await owner.query('vacuum analyze');
}
