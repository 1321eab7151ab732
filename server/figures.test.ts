import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { received } from '#modules/complaints/server/complaints.fixture.ts';
import { Database } from '#platform/database.ts';
import { FiguresDatabase } from '#platform/figures-database.ts';
import { testClock, testServer } from '#test/server.ts';
import { TestShop } from '#test/tenant.ts';
import { type App, buildApp } from './app.ts';

const copyName = 'jingming_copy_behind';
let owner: pg.Client;
let app: App;
let database: Database;
let figures: FiguresDatabase;

/** Beside the run's database a copy in which nobody has been: as far behind as one can be. */
beforeAll(async () => {
  await testServer();
  const databases = inject('databases');
  owner = new pg.Client(databases.owner as pg.ClientConfig);
  await owner.connect();
  await owner.query(`create database ${copyName} template ${databases.template}`);
  database = new Database(databases.app as never, 2);
  figures = new FiguresDatabase({ ...databases.app, database: copyName } as never, 2, database);
  const { host } = (await testServer()).app;
  app = await buildApp({
    database,
    figures,
    clock: testClock,
    filesDir: '/nowhere',
    publicUrl: host.publicUrl,
    cursorSecret: Buffer.alloc(32, 1),
    strict: true,
  });
  await app.http.ready();
});
afterAll(async () => {
  await app.http.close();
  await figures.close();
  await loseTheCopy();
  await database.close();
  await owner.end();
});

/** Ends its connections as the role that opened them: nobody else may. */
async function loseTheCopy(): Promise<void> {
  await database.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
    [copyName],
  );
  await owner.query(`drop database if exists ${copyName}`);
}

const told = async (url: string, cookie: string) => {
  const reply = await app.http.inject({ method: 'GET', url: `/api/v1${url}`, headers: { cookie } });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};
const period = '?from=2026-11-01&to=2026-11-30';

test('scale 44 figures are read from the copy that follows, records from the database; without the copy all are', async () => {
  const shop = await TestShop.open();
  const agent = await shop.employee('advisor');
  await received(agent);
  const counted = async () =>
    JSON.stringify(await told(`/figures/complaints${period}`, agent.cookie));
  const there = JSON.stringify(
    await agent.call(complaintRoutes.figures, { query: { from: '2026-11-01', to: '2026-11-30' } }),
  );
  const behind = await counted();
  expect(behind).not.toBe(there);
  expect((await told('/complaints', agent.cookie)).items).toHaveLength(1);

  await loseTheCopy();
  expect(await counted()).toBe(there);
});
