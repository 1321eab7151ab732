import type pg from 'pg';
import { cars } from './fill-cars.ts';
import { people } from './fill-people.ts';
import { talks } from './fill-talks.ts';
import { stays } from './fill-visits.ts';
import type { House } from './house.ts';
import { drawnNames } from './names.ts';

/** Days that the archive goes back. */
export const days = 1500;

/** What the statements of a house are written with; ids of the second house lie far from the first's. */
export interface Filling {
  tenant: string;
  root: string;
  customers: number;
  vehicles: number;
  planted: number;
  shops: number;
  /** How often its cars came, as many times what is drawn. */
  visitsTimes: number;
  /** One car of so many stands in the shop now. */
  standingOneIn: number;
  /** One visit of so many was complained of. */
  complaintOneIn: number;
  /** What every number is raised by before it becomes part of an id. */
  base: number;
  /** The instant up to which everything happened, as SQL. */
  until: string;
}

/** Draws and ids that are the same every time. */
const functions = `
  create function pg_temp.draw(n bigint, seed integer, size integer) returns integer language sql immutable as
    'select ((hashint8extended(n, seed) & 9223372036854775807) % size)::integer';
  create function pg_temp.id_at(at timestamptz, n bigint, kind integer) returns uuid language sql stable as $f$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
      || lpad(to_hex(pg_temp.draw(n, kind * 10 + 1, 4096)), 3, '0') || 'a'
      || lpad(to_hex(pg_temp.draw(n, kind * 10 + 2, 4096)), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid $f$;
  create function pg_temp.grams(name text) returns text[] language sql immutable as $f$
    select array(select distinct substr(name, at, long) from generate_series(1, length(name)) at, generate_series(1, 2) long
                  where at + long <= length(name) + 1 and (long = 2 or ascii(substr(name, at, 1)) > 19967)) $f$;`;

const namesTable = (table: string) => `
  create temp table ${table} as
  select (n - 1)::integer as pick, e ->> 'sign' as sign, e ->> 'full' as spelt, e ->> 'initial' as initial
    from jsonb_array_elements(current_setting('bench.names')::jsonb) with ordinality as each (e, n);
  create unique index on ${table} (pick);
  analyze ${table};`;

/** What all houses draw from. */
export async function beginFilling(owner: pg.Client): Promise<void> {
  await owner.query(functions);
  const { surnames, signs } = drawnNames();
  for (const [table, drawn] of Object.entries({ surnames, signs })) {
    await owner.query("select set_config('bench.names', $1, false)", [JSON.stringify(drawn)]);
    await owner.query(namesTable(table));
  }
  await owner.query("set synchronous_commit = 'off'; set work_mem = '256MB'");
}

export type Density = Pick<Filling, 'visitsTimes' | 'standingOneIn' | 'complaintOneIn'>;

/** As the archive is measured. */
export const archiveDensity: Density = {
  visitsTimes: 1,
  standingOneIn: 1000,
  complaintOneIn: 100,
};

/** Fills a house; tables of what was drawn are left out again. */
export async function fillHouse(
  owner: pg.Client,
  house: House,
  at: number,
  say: (line: string) => void,
  density: Density = archiveDensity,
): Promise<void> {
  await owner.query("select set_config('app.tenant_id', $1, false)", [house.tenantId]);
  const filling: Filling = {
    tenant: `'${house.tenantId}'::uuid`,
    root: `'${house.rootId}'::uuid`,
    customers: house.customers,
    vehicles: house.vehicles,
    planted: house.planted,
    shops: Math.max(3, Math.round(house.customers / 20_000)),
    ...density,
    base: at * 2 ** 40,
    until: 'date_trunc($$day$$, now())',
  };
  const steps = { ...people(filling), ...cars(filling), ...stays(filling), ...talks(filling) };
  for (const [name, sql] of Object.entries(steps)) {
    const from = performance.now();
    await owner.query(sql);
    say(`${house.name} ${name} ${Math.round((performance.now() - from) / 100) / 10} s`);
  }
  await owner.query('drop table shops, people, cars, stays');
}
