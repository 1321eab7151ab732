import { describe, expect, inject } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { Database } from './database.ts';
import { globalStatement, statement } from './sql.ts';

const names = statement<{ name: string }, object>(
  'test.unitNames',
  'select name from org_units where tenant_id = :tenant order by name',
);
/** Names the tenant only to please the layer: what it may see is row-level security's answer alone. */
const everyUnit = statement<{ tenantId: string }, object>(
  'test.everyUnit',
  'select tenant_id from org_units where :tenant::uuid is not null',
);
const naked = globalStatement<{ tenantId: string }, object>(
  'test.naked',
  'select tenant_id from org_units',
);
const broken = statement<never, object>('test.broken', 'select (1 / 0)::text, :tenant::uuid');

describe('whose rows a statement sees', () => {
  test('D-04 statements of several tenants on few connections each see their own rows', async ({
    shop,
  }) => {
    const other = await TestShop.open();
    await other.write((work) => work.update('orgUnits', { id: other.unitId }, { name: '别家' }));
    const ask = (one: TestShop) => one.reading.rows(names, {});
    const asked = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? shop : other));
    const answers = await Promise.all(asked.map(ask));
    const wrong = answers.filter(
      (rows, at) => rows[0]!.name !== (at % 2 === 0 ? '试车行' : '别家'),
    );
    expect(wrong).toEqual([]);
  });

  test('G-11 row-level security alone shows no stranger’s row', async ({ shop }) => {
    await TestShop.open();
    const rows = await shop.reading.rows(everyUnit, {});
    expect(new Set(rows.map((row) => row.tenantId))).toEqual(new Set([shop.tenantId]));
  });

  test('D-04 a statement in nobody’s name sees nothing', async ({ shop }) => {
    expect((await shop.host.database.global(naked, [])).rows).toEqual([]);
  });

  test('D-04 an error leaves no tenant behind on the connection', async ({ shop }) => {
    await expect(shop.reading.rows(broken, {})).rejects.toMatchObject({ code: '22012' });
    expect((await shop.host.database.global(naked, [])).rows).toEqual([]);
    expect(await shop.reading.rows(names, {})).toHaveLength(1);
  });

  test('D-05 nothing can be written in a stranger’s name', async ({ shop }) => {
    const other = await TestShop.open();
    const write = shop.write((work) =>
      work.insert('settings', { tenantId: other.tenantId, key: 'mine', value: '1', orgPath: '' }),
    );
    await expect(write).rejects.toMatchObject({ code: '42501' });
  });
});

describe('statements', () => {
  test('decision 2 one that does not name its tenant does not load', () => {
    expect(() => statement('test.forgetful', 'select 1 from customers')).toThrow(
      'does not name its tenant',
    );
  });

  test('a parameter that is forgotten is a bug, not a NULL', async ({ shop }) => {
    const byName = statement<never, { name: string }>(
      'test.byName',
      'select id from org_units where tenant_id = :tenant and name = :name',
    );
    await expect(shop.reading.rows(byName, {} as never)).rejects.toThrow(
      'parameter name is missing',
    );
  });
});

const patient = globalStatement<never, object>(
  'test.patient',
  "select set_config('statement_timeout', '20000', true)",
  { patienceMs: 20_000 },
);
const slow = globalStatement<never, object>('test.slow', 'select pg_sleep(3.4)');

test('D-17 background work that asks for patience is not taken for a silent server', async () => {
  const config = { ...inject('databases').app, statement_timeout: 200 };
  const database = new Database(config as never, 2);
  const take = (statements: (typeof slow)[]) =>
    database.transaction(null, async (session) => {
      for (const each of statements) await session.run(each, []);
    });
  await expect(take([patient, slow])).resolves.toBeUndefined();
  await expect(take([slow])).rejects.toMatchObject({ code: '57014' });
  await database.close();
});
