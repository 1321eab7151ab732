import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Columns,
  type Contents,
  columnsOf,
  contentsOf,
  differences,
} from '#database/backup/contents.ts';
import { MigrationRefused, migrate, shippedMigrations } from '#database/migrate.ts';
import { writeDump } from '#database/portable/dump.ts';
import { columnsIn, expectedOf, loadDump } from '#database/portable/load.ts';
import { cookieName, openSession } from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { systemClock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { writingWork } from '#platform/work.ts';
import { seeded } from '#test/process.ts';
import { buildApp } from '../../server/app.ts';
import { catalogueOf } from './catalogue.ts';
import { Cluster, dumpFolder, dumpOf, releases } from './releases.ts';

const kills = Number(process.env.UPGRADE_KILLS ?? 5);

/** What upgrades took away on purpose; anything else that is missing is lost data. */
const parted = [
  // Never filled: the chain of the audit stands in a table of its own.
  'audit_entries.seq',
  'audit_entries.prev_hash',
  'audit_entries.hash',
];

/** What upgrades add to on purpose: whoever led the house before gets the rights of what came to it. */
const grown = { table: 'roles', column: 'permissions' };

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
});
afterAll(() => cluster.end());

const schemaOf = (database: string) => cluster.asSuperuser(database, catalogueOf);

async function freshSchema(): Promise<string[]> {
  const database = await cluster.empty();
  await cluster.upgrade(database);
  return schemaOf(database);
}

describe.each(releases)('G-52 data of release %s', (version) => {
  test('G-52 what was released is not changed: its migrations are those that ship today', async () => {
    const { migrations } = await dumpOf(version);
    expect((await shippedMigrations()).slice(0, migrations.length)).toEqual(migrations);
  });

  test('G-52 upgraded, it has the schema of a fresh installation, and every value it had', async () => {
    const database = await cluster.asReleased(version);
    await cluster.upgrade(database);
    expect(await schemaOf(database)).toEqual(await freshSchema());
    await expectContents(database, version);
    expect(parted).toEqual(expect.arrayContaining(await takenAway(database, version)));
  });

  test('G-52 the program serves it: a customer is found, an order is read', async () => {
    const database = await cluster.asReleased(version);
    await cluster.upgrade(database);
    await expectServed(database);
  });

  test(`G-52 an upgrade killed ${kills} times somewhere in the middle is completed by the next start`, async () => {
    const random = seeded(`upgrade of ${version}`);
    const fresh = await freshSchema();
    const wholeMs = await timeOf(version);
    for (let round = 0; round < kills; round++) {
      const database = await cluster.asReleased(version);
      await killedUpgrade(database, random() * wholeMs);
      await cluster.upgrade(database);
      expect(await schemaOf(database)).toEqual(fresh);
      await expectContents(database, version);
    }
  }, 600_000);
});

test('G-52 D-82 an older program refuses a newer schema and leaves it as it is', async () => {
  const database = await cluster.empty();
  await cluster.upgrade(database);
  const before = await schemaOf(database);
  const [{ name: first } = { name: '' }] = await shippedMigrations();
  const asOlder = migrate({ ...cluster.owner, database }, () => {}, { until: first });
  await expect(asOlder).rejects.toBeInstanceOf(MigrationRefused);
  expect(await schemaOf(database)).toEqual(before);
});

test('G-52 the way to another major version of PostgreSQL: out of one cluster, into a new one, all alike', async () => {
  const [version = ''] = releases.slice(-1);
  const database = await cluster.asReleased(version);
  await cluster.upgrade(database);
  const folder = mkdtempSync(join(tmpdir(), 'jingming-export-'));
  const other = await Cluster.start();
  try {
    const dump = await cluster.asSuperuser(database, (client) => writeDump(client, folder, 'test'));
    const target = await other.empty();
    await other.upgrade(target);
    await other.asSuperuser(target, (client) => loadDump(client, folder, dump));
    const found = await other.asSuperuser(target, (client) => contentsIn(client, columnsIn(dump)));
    expect(differences(expectedOf(dump), found)).toEqual([]);
    expect(await other.asSuperuser(target, catalogueOf)).toEqual(await schemaOf(database));
  } finally {
    await other.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('G-52 what does not arrive as it was sent is not kept', async () => {
  const [version = ''] = releases;
  const dump = await dumpOf(version);
  const [table = ''] = Object.keys(dump.tables).filter((name) => dump.tables[name]!.rows > 0);
  const tables = { ...dump.tables, [table]: { ...dump.tables[table]!, sum: '1' } };
  const database = await cluster.empty();
  const until = dump.migrations.at(-1)!.name;
  await migrate({ ...cluster.owner, database }, () => {}, { until });
  const rows = await cluster.asSuperuser(database, async (client) => {
    await expect(loadDump(client, dumpFolder(version), { ...dump, tables })).rejects.toMatchObject({
      code: 'contents_differ',
    });
    return (await client.query(`select 1 from ${table}`)).rowCount;
  });
  expect(rows).toBe(0);
});

async function contentsIn(client: pg.Client, columns: Columns) {
  await client.query('begin isolation level repeatable read read only');
  const contents = await contentsOf(client, columns);
  await client.query('commit');
  return contents;
}

/** Every row, and every column that is still there, as the release left it. */
async function expectContents(database: string, version: string): Promise<void> {
  const columns = await keptColumns(database, version);
  const found = await read(database, columns);
  const apart = differences(await releasedContents(version, columns), found);
  expect(apart.filter((table) => table !== grown.table)).toEqual([]);
  // A release may bring new posts, and rights for those that are there; it takes none away.
  const now = await rolesIn(database);
  for (const [id, { permissions, ...role }] of await rolesIn(asItWas!.database)) {
    expect(now.get(id)).toMatchObject(role);
    expect(now.get(id)!.permissions, id).toEqual(expect.arrayContaining(permissions));
  }
}

const rolesIn = (database: string) =>
  cluster.asSuperuser(database, async (client) => {
    const { rows } = await client.query<{ id: string; permissions: string[] }>(
      'select tenant_id, id, key, name, home, permissions, created_at from roles',
    );
    return new Map(rows.map((row) => [row.id, row]));
  });

const read = (database: string, columns: Columns) =>
  cluster.asSuperuser(database, (client) => contentsIn(client, columns));

let asItWas: { version: string; database: string } | undefined;
async function releasedContents(version: string, columns: Columns): Promise<Contents> {
  if (asItWas?.version !== version) {
    asItWas = { version, database: await cluster.asReleased(version) };
  }
  return read(asItWas.database, columns);
}

async function keptColumns(database: string, version: string): Promise<Columns> {
  const now = await cluster.asSuperuser(database, columnsOf);
  const then = Object.entries(columnsIn(await dumpOf(version)));
  return Object.fromEntries(
    then
      .filter(([table]) => now[table])
      .map(([table, names]) => [
        table,
        names.filter(
          (name) => now[table]!.includes(name) && !(table === grown.table && name === grown.column),
        ),
      ]),
  );
}

/** Which columns the release had and the present has not. */
async function takenAway(database: string, version: string): Promise<string[]> {
  const kept = await keptColumns(database, version);
  return Object.entries(columnsIn(await dumpOf(version))).flatMap(([table, names]) =>
    names
      .filter((name) => !kept[table]?.includes(name))
      .filter((name) => !(table === grown.table && name === grown.column))
      .map((name) => `${table}.${name}`),
  );
}

async function timeOf(version: string): Promise<number> {
  const database = await cluster.asReleased(version);
  const began = performance.now();
  await killedUpgrade(database, 600_000);
  return performance.now() - began;
}

async function killedUpgrade(database: string, afterMs: number): Promise<void> {
  const script = join(import.meta.dirname, 'upgrade.fixture.ts');
  const connection = JSON.stringify({ ...cluster.owner, database });
  const child = spawn(process.execPath, [script, connection], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([ended, sleep(afterMs, undefined, { ref: false })]);
  child.kill('SIGKILL');
  await ended;
}

async function expectServed(name: string): Promise<void> {
  const database = new Database({ ...cluster.app, database: name }, 3);
  const filesDir = mkdtempSync(join(tmpdir(), 'jingming-files-'));
  const app = await buildApp({
    database,
    clock: systemClock,
    filesDir,
    publicUrl: 'http://localhost:8080',
    cursorSecret: randomBytes(32),
    strict: true,
  });
  try {
    const headers = { cookie: await ownersCookie(name, database) };
    const ask = async (url: string) =>
      (await app.http.inject({ url: `/api/v1${url}`, headers })).json();
    const { items: customers } = await ask('/customers?limit=5');
    expect(await ask(`/customers/${customers[0].id}`)).toMatchObject({ name: customers[0].name });
    const { items: orders } = await ask('/service-orders?limit=5');
    expect(await ask(`/service-orders/${orders[0].id}`)).toMatchObject({ id: orders[0].id });
  } finally {
    await app.http.close();
    await database.close();
    rmSync(filesDir, { recursive: true, force: true });
  }
}

/** As the owner of the sample shop would have it after signing in. */
async function ownersCookie(name: string, database: Database): Promise<string> {
  const owner = await cluster.asSuperuser(name, async (client) => {
    const { rows } = await client.query(
      `select g.tenant_id, g.employee_id from role_grants g join roles r using (tenant_id)
        where r.id = g.role_id and r.key = 'owner' limit 1`,
    );
    return rows[0];
  });
  const actor = systemActor(owner.tenant_id, 'test');
  const { token } = await writingWork(
    database,
    { actor, now: systemClock.now() },
    (work) => openSession(work, owner.employee_id, { address: '127.0.0.1', userAgent: 'test' }),
    () => {},
  );
  return `${cookieName(false)}=${token}`;
}
