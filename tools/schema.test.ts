import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { distributionOf } from '#database/distribution.ts';
import { linkPurposes } from '#modules/links/contract.ts';
import { permissions } from '#modules/people/contract.ts';
import { routeTable } from '#platform/http.ts';
import { allStatements } from '#platform/sql.ts';
import { hasWords } from '#platform/words.ts';
import { testServer } from '#test/server.ts';

let owner: pg.Client;
beforeAll(async () => {
  await testServer();
  owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
});
afterAll(() => owner.end());

const rows = async (text: string) => (await owner.query(text)).rows as Record<string, unknown>[];
const tenantTables = `select c.oid, c.relname as name, c.relforcerowsecurity as forced from pg_class c
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    and obj_description(c.oid) = 'tenant'`;

test('scale 1 every table is declared as one of four kinds', async () => {
  const undeclared = await rows(`select c.relname from pg_class c where c.relkind in ('r', 'p')
    and c.relnamespace = 'public'::regnamespace
    and coalesce(obj_description(c.oid), '') not in ('tenant', 'global', 'local', 'lookup')`);
  expect(undeclared).toEqual([]);
});

test('scale 31 every table has its place when many machines share the data', async () => {
  const printed = readFileSync('database/distribution.sql', 'utf8');
  expect(await distributionOf(owner), 'npm run types prints it anew').toBe(printed);
  const [{ count }] = (await rows(
    `select count(*)::int from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  )) as [{ count: number }];
  expect(printed.trimEnd().split('\n').slice(1)).toHaveLength(count);
});

test('scale 6 nothing that belongs to nobody points to what belongs to a tenant', async () => {
  const wrong = await rows(`select conname from pg_constraint
     where contype = 'f' and obj_description(confrelid) = 'tenant' and obj_description(conrelid) <> 'tenant'`);
  expect(wrong).toEqual([]);
});

test('G-11 every tenant table forces row-level security with a policy of its own', async () => {
  const open = await rows(`with t as (${tenantTables}) select t.name from t
    where not t.forced or not exists (select from pg_policy p where p.polrelid = t.oid and p.polwithcheck is not null)`);
  expect(open).toEqual([]);
  expect((await rows(tenantTables)).length).toBeGreaterThan(25);
});

test('scale 2 tenant_id comes first in every key, unique index and foreign key of a tenant table', async () => {
  const wrong = await rows(`with t as (${tenantTables})
    select i.indexrelid::regclass::text as index from t join pg_index i on i.indrelid = t.oid
     where i.indisunique and (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]) <> 'tenant_id'
    union all
    select k.conname from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     where (select attname from pg_attribute where attrelid = t.oid and attnum = k.conkey[1]) <> 'tenant_id'
        or k.confdeltype in ('n', 'd') or k.confupdtype <> 'a'`);
  expect(wrong).toEqual([]);
});

/** Foreign keys that no index begins with. */
const withoutIndex = (which: string) =>
  rows(`select k.conrelid::regclass::text as table, k.confrelid::regclass::text as points_to
      from pg_constraint k
     where k.contype = 'f' and ${which}
       and not exists (select 1 from pg_index i where i.indrelid = k.conrelid
             and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] = k.conkey)`);

test('what may be taken back is found by index from every table that points to it', async () => {
  const slow = await withoutIndex(
    `k.confrelid in ('customers'::regclass, 'vehicles'::regclass, 'import_batches'::regclass)`,
  );
  expect(slow).toEqual([]);
});

test('ARC-09 employees of a list that is taken back are looked for by index where they wrote or decided', async () => {
  const named = ['handovers', 'genuine_batches', 'rights_requests', 'processing_restrictions'];
  const written = [...named, 'price_items', 'labour_rates'].map((name) => `'${name}'::regclass`);
  const slow = await withoutIndex(
    `k.confrelid = 'employees'::regclass and k.conrelid in (${written.join(', ')})`,
  );
  expect(slow).toEqual([]);
});

test('scale 7 there are no triggers, and the application’s role has no power beyond rows', async () => {
  expect(await rows('select tgname from pg_trigger where not tgisinternal')).toEqual([]);
  const [role] = await rows(
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'jingming_app'`,
  );
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
  });
  const owned = await rows(`select relname from pg_class where relowner = 'jingming_app'::regrole`);
  expect(owned).toEqual([]);
});

test('D-12 ledgers and audit take new rows and give up none', async () => {
  const [answer] = await rows(`select bool_or(has_table_privilege('jingming_app', name, 'update') or
      has_table_privilege('jingming_app', name, 'delete') or has_table_privilege('jingming_app', name, 'truncate')) as can_change
    from unnest(array['audit_entries', 'audit_seals', 'consents', 'reminder_choices', 'inspections', 'release_certificates', 'payments',
      'complaint_entries', 'follow_up_calls', 'ledger_entries', 'signed_check_ins', 'check_in_corrections']) as name`);
  expect(answer).toEqual({ can_change: false });
});

test('every statement of the product fits the schema', async () => {
  const wrong: string[] = [];
  for (const { name, text } of allStatements()) {
    try {
      await owner.query(`prepare checked as ${text}`);
      await owner.query('deallocate checked');
    } catch (error) {
      wrong.push(`${name}: ${(error as Error).message}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(allStatements().length).toBeGreaterThan(20);
});

test('D-01 every route names a permission that a role can hold, and every refusal has words', () => {
  const links = linkPurposes.map((purpose) => `link:${purpose}`);
  const known = new Set<string>(['public', 'signedIn', ...permissions, ...links]);
  expect(
    routeTable()
      .filter((route) => !known.has(route.access))
      .map(({ id }) => id),
  ).toEqual([]);
  const codes = routeTable().flatMap((route) => route.problems);
  expect(codes.filter((code) => !hasWords(code))).toEqual([]);
});

test('D-30 every leaf of every contract is bounded', () => {
  const loose = routeTable().flatMap((route) =>
    [route.body, route.query, route.params].flatMap((schema) =>
      unbounded(schema as Leaf, route.id),
    ),
  );
  expect(loose).toEqual([]);
});

interface Leaf {
  type?: string;
  enum?: unknown;
  format?: string;
  maxLength?: number;
  maximum?: number;
  maxItems?: number;
  properties?: Record<string, Leaf>;
  items?: Leaf;
  anyOf?: Leaf[];
}
function unbounded(leaf: Leaf, path: string): string[] {
  const inner = [
    ...Object.entries(leaf.properties ?? {}).flatMap(([name, part]) =>
      unbounded(part, `${path}/${name}`),
    ),
    ...(leaf.items ? unbounded(leaf.items, `${path}/*`) : []),
    ...(leaf.anyOf ?? []).flatMap((part) => unbounded(part, path)),
  ];
  const loose =
    (leaf.type === 'string' &&
      !leaf.enum &&
      leaf.maxLength === undefined &&
      leaf.format !== 'uuid') ||
    ((leaf.type === 'integer' || leaf.type === 'number') && leaf.maximum === undefined) ||
    (leaf.type === 'array' && leaf.maxItems === undefined);
  return loose ? [path, ...inner] : inner;
}
