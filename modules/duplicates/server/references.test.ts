import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordKinds } from '../contract.ts';
import { hangingNames } from '../locales/tables.ts';
import { references } from './references.ts';

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
});
afterAll(() => owner.end());

const places = async (text: string, values: unknown[] = []) =>
  (await owner.query(text, values)).rows.map(({ place }) => String(place)).sort();
const tables = { customer: 'customers', vehicle: 'vehicles' } as const;

test('ARC-05 every foreign key to customers and vehicles has a rule for merging', async () => {
  for (const kind of recordKinds) {
    const keys = await places(
      `select c.relname || '.' || a.attname as place from pg_constraint k
         join pg_class c on c.oid = k.conrelid
         join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
        where k.contype = 'f' and k.confrelid = $1::regclass`,
      [tables[kind]],
    );
    expect(keys.filter((place) => !(place in references[kind]))).toEqual([]);
  }
});

test('ARC-05 a column that is called after a customer or a vehicle has a rule, with a foreign key or without', async () => {
  const named = await places(
    `select c.relname || '.' || a.attname as place from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype
        and (a.attname like '%customer_id' or a.attname like '%vehicle_id')`,
  );
  const known = new Set(recordKinds.flatMap((kind) => Object.keys(references[kind])));
  expect(named.filter((place) => !known.has(place))).toEqual([]);
});

test('ARC-05 what moves by rule is what the database moves, and nothing that stays is moved', async () => {
  for (const kind of recordKinds) {
    const moving = await places(
      `select table_name || '.' || column_name as place from moving_references($1)`,
      [kind],
    );
    const byRule = Object.entries(references[kind]).flatMap(([place, { rule }]) =>
      rule === 'moves' ? [place] : [],
    );
    expect(moving, kind).toEqual(byRule.sort());
  }
});

test('ARC-05 every pointer that moves is found by an index', async () => {
  const slow = await places(
    `select table_name || '.' || column_name as place
       from (select * from moving_references('customer') union select * from moving_references('vehicle')) r
      where not exists (select from pg_index i
        where i.indrelid = r.table_name::regclass and (select attname from pg_attribute where attrelid = i.indrelid
                and attnum = i.indkey[0]) = 'tenant_id'
          and r.column_name in (select attname from pg_attribute where attrelid = i.indrelid
                and attnum = any((i.indkey::int2[])[1:2])))`,
  );
  expect(slow).toEqual([]);
});

test('D-12 the pointers of ledgers are turned for a merge on record alone', async () => {
  await expect(
    owner.query(`select move_references('00000000-0000-7000-8000-000000000000')`),
  ).rejects.toThrow(/not in force/);
});

test('ARC-05 every table whose rows go over has a name that people read', () => {
  const moving = recordKinds.flatMap((kind) =>
    Object.entries(references[kind]).flatMap(([place, { rule }]) =>
      rule === 'moves' ? [place.split('.')[0]!] : [],
    ),
  );
  expect(new Set(moving.filter((table) => !(table in hangingNames)))).toEqual(new Set());
});
