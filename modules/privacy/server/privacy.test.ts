import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { fromBuffer } from 'yauzl';
import { personal } from '#database/personal.ts';
import { columnTypes, type Tables } from '#database/types.generated.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { snake } from '#platform/database.ts';
import { marksOf } from '#platform/personal/blanks.ts';
import { testClock } from '#test/server.ts';
import { type TestEmployee, type TestShop, test } from '#test/shop.ts';
import { privacyRoutes as routes } from '../contract.ts';
import { Canaries, canaryTables, type Nest } from './canaries.fixture.ts';

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
});
afterAll(() => owner.end());

/** Two customers with something in every marked column, and the owner of the shop. */
async function nests(shop: TestShop) {
  await owner.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
  const boss = await shop.employee('owner');
  const canaries = new Canaries(owner, shop, { employeeId: boss.id, now: shop.now });
  return { boss, one: await canaries.nest('A'), other: await canaries.nest('B') };
}

/** Where something of a customer still lies, as `table.column`, in all of the tenant's tables. */
async function hits(shop: TestShop, tag: string): Promise<string[]> {
  const found = new Set<string>();
  for (const table of Object.keys(columnTypes)) {
    if (!('tenantId' in columnTypes[table as keyof Tables])) continue;
    const { rows } = await owner.query(
      `select to_jsonb(t)::text as text from ${snake(table)} t where tenant_id = $1`,
      [shop.tenantId],
    );
    for (const { text } of rows)
      for (const [, name, column] of String(text).matchAll(
        new RegExp(`KN-${tag}-(\\w+)-(\\w+)-`, 'g'),
      ))
        found.add(`${name}.${column}`);
  }
  return [...found].sort();
}

const erase = (boss: TestEmployee, { customerId }: Nest) =>
  boss.call(routes.erase, { params: { customerId }, body: { reason: '客户书面要求' } });

async function fetched(boss: TestEmployee, { customerId }: Nest) {
  const reply = await boss.raw('GET', `/customers/${customerId}/data-export`);
  return { status: reply.statusCode, bytes: reply.rawPayload };
}

function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((done, failed) =>
    fromBuffer(bytes, { lazyEntries: false }, (error, zip) => {
      if (error) return failed(error);
      const files = new Map<string, Promise<Buffer>>();
      zip.on('entry', (entry) =>
        files.set(
          entry.fileName,
          new Promise((ok) => zip.openReadStream(entry, (_, stream) => ok(buffer(stream)))),
        ),
      );
      zip.on('end', async () => {
        const all = [...files].map(async ([name, bytes]) => [name, await bytes] as const);
        done(new Map(await Promise.all(all)));
      });
    }),
  );
}

test('G-42 a customer’s copy holds every marked column of his rows and nothing of another', async ({
  shop,
}) => {
  const { boss, one } = await nests(shop);
  const params = { customerId: one.customerId };
  expect((await fetched(boss, one)).status).toBe(409);
  await boss.call(routes.askCopy, { params, body: { purpose: '客户到店申请' } });
  const files = await unzipped((await fetched(boss, one)).bytes);
  const text = files.get('data.json')!.toString();
  const missing = [...one.canaries].filter(([place, canary]) => {
    const [table, column] = place.split('.') as [keyof Tables, string];
    const mark = marksOf(table).find(([name]) => name === column)![1];
    return !('isCopy' in personal[table]) && mark.class !== 'search' && !text.includes(canary);
  });
  expect(missing).toEqual([]);
  expect(text).not.toContain('KN-B-');
  expect(files.get('个人信息.xlsx')!.length).toBeGreaterThan(1000);
  expect((await fetched(boss, one)).status, 'fetched once').toBe(409);
  const held = await boss.call(routes.read, { params });
  expect(held.kept.length).toBeGreaterThan(15);
  expect(held.readings[0]?.event).toBe('privacy.copyFetched');
});

test('G-42 after erasure only what the law has kept is left; at the end of its term nothing', async ({
  shop,
}) => {
  const { boss, one } = await nests(shop);
  const params = { customerId: one.customerId };
  const record = await boss.call(customerRoutes.read, { params });
  await boss.raw(
    'PATCH',
    `/customers/${one.customerId}`,
    { name: 'KN-A-audit-name-' },
    {
      'if-match': `"${record.version}"`,
      'idempotency-key': 'changed-once',
    },
  );
  const { sha256 } = await shop.host.files.put(
    shop.tenantId,
    Readable.from([`姓名\n${one.customerId}\n`]),
  );
  await owner.query(
    `update files set sha256 = $2 where tenant_id = $1 and file_name like 'KN-A-%'`,
    [shop.tenantId, sha256],
  );
  const before = await hits(shop, 'B');
  const asked = await erase(boss, one);
  expect(asked).toMatchObject({ state: 'asked', keptUntil: '2028-11-21T08:00:00.000Z' });
  await shop.settle();
  const kept = [...one.canaries.keys()].filter((place) => {
    const [table, column] = place.split('.') as [keyof Tables, string];
    if (table === 'files') return false;
    return marksOf(table).find(([name]) => name === column)![1].keep === 'repairRecord';
  });
  const failed = await owner.query(
    `select name, last_error from tasks where tenant_id = $1 and attempts > 0`,
    [shop.tenantId],
  );
  expect(failed.rows).toEqual([]);
  expect(await hits(shop, 'A')).toEqual(kept.sort());
  expect(await hits(shop, 'B')).toEqual(before);
  testClock.setFor(shop.tenantId, new Date('2028-11-21T08:00:01.000Z'));
  await shop.settle();
  expect(await hits(shop, 'A')).toEqual([]);
  expect(await shop.host.files.has(shop.tenantId, sha256)).toBe(false);
  expect((await boss.call(routes.read, { params })).erasure?.state).toBe('over');
});

test('G-42 what he signed for a prepayment or a package goes with him, and nobody else’s', async ({
  shop,
}) => {
  const { boss, one, other } = await nests(shop);
  const signed = new Map<string, string>();
  for (const { customerId } of [one, other])
    for (const table of ['top_ups', 'package_purchases']) {
      const { rows } = await owner.query(
        `with paper as (
           insert into files (tenant_id, id, org_path, file_name, state, created_at)
           select $1, gen_random_uuid(), $3, $4, 'ready', now() returning id)
         update ${table} t set file_id = paper.id from paper, memberships m
          where m.tenant_id = $1 and m.customer_id = $2 and t.tenant_id = $1 and t.membership_id = m.id
         returning paper.id`,
        [shop.tenantId, customerId, shop.unitPath, `${table} of ${customerId}.pdf`],
      );
      signed.set(`${table} of ${customerId}`, rows[0].id);
    }
  await erase(boss, one);
  await shop.settle();
  const { rows } = await owner.query(
    `select id, state, file_name from files where tenant_id = $1 and id = any($2)`,
    [shop.tenantId, [...signed.values()]],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  const stateOf = (whose: Nest) =>
    ['top_ups', 'package_purchases'].map((table) => {
      const file = found.get(signed.get(`${table} of ${whose.customerId}`)!);
      return { state: file.state, isNamed: file.file_name.startsWith(table) };
    });
  expect(stateOf(one)).toEqual(Array(2).fill({ state: 'gone', isNamed: false }));
  expect(stateOf(other)).toEqual(Array(2).fill({ state: 'ready', isNamed: true }));
});

test('G-42 erasure twice, or while a car is in the house, is refused with the way out', async ({
  shop,
}) => {
  const { boss, one, other } = await nests(shop);
  await erase(boss, one);
  await expect(erase(boss, one)).rejects.toMatchObject({ code: 'already_erased' });
  await owner.query(
    `update service_orders set state = 'inWork' where tenant_id = $1 and id = (
       select id from service_orders where tenant_id = $1 and customer_id = $2 limit 1)`,
    [shop.tenantId, other.customerId],
  );
  await expect(erase(boss, other)).rejects.toMatchObject({ code: 'still_in_house' });
});

test('D-12 the one function that empties ledgers touches nobody who is not being erased', async ({
  shop,
}) => {
  const { other } = await nests(shop);
  await expect(
    owner.query('select erase_ledger_words($1, true)', [other.customerId]),
  ).rejects.toThrow(/is not being erased/);
});

test('G-42 every table of customers has a row in these tests', () => {
  const without = Object.entries(personal).filter(
    ([table, { of }]) => of === 'customer' && !canaryTables.includes(table as never),
  );
  expect(without.map(([table]) => table)).toEqual(['auditEntries']);
});
