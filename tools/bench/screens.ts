import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { cookieName, openSession } from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { systemClock } from '#platform/clock.ts';
import { writingWork } from '#platform/work.ts';
import { makeDemo } from '#tools/demo/demo.ts';
import { buildApp } from '../../server/app.ts';
import { Floor } from './floor.ts';
import { figuresOf, ratioOf, timesOf } from './measure.ts';
import { type Asked, RecordingDatabase } from './recording.ts';
import { type Operation, operationsOn } from './samples.ts';
import { startServer } from './server.ts';

// Ratios of one run, never absolute times.
const { values } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, customers: { type: 'string' } },
});
const customers = Number(values.customers ?? 100_000);
const times = values.smoke ? 150 : 500;
const dataDir = join(import.meta.dirname, '..', '..', '.cache', `bench-${customers}`);
const firstTime = !existsSync(dataDir);
await mkdir(dataDir, { recursive: true });

/** What each screen may cost: the server's p95 against the bare SQL's, and its statements. */
const mostStatements = 2;
const mostSearchRatio = 5;

interface Result {
  operation: string;
  statements: number;
  http: ReturnType<typeof figuresOf>;
  floor: ReturnType<typeof figuresOf>;
  ratioP95: number;
}

async function prepare() {
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  await migrate({ ...embedded.ownerConfig }, () => {});
  const database = new RecordingDatabase({ ...embedded.appConfig, statement_timeout: 120_000 }, 4);
  if (firstTime) {
    console.error(`making ${customers} customers …`);
    await makeDemo(database, {
      customers,
      now: systemClock.now(),
      say: (line) => console.error(line),
    });
    const owner = new pg.Client({ ...embedded.ownerConfig });
    await owner.connect();
    await owner.query('vacuum analyze');
    await owner.end();
  }
  const client = new pg.Client({ ...embedded.appConfig });
  await client.connect();
  const { rows } = await client.query<{ id: string }>('select id from tenants limit 1');
  const tenantId = rows[0]!.id;
  await client.query("select set_config('app.tenant_id', $1, false)", [tenantId]);
  return { embedded, database, client, tenantId };
}

async function ownerSession(
  database: RecordingDatabase,
  client: pg.Client,
  tenantId: string,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select g.employee_id as id from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
      where r.key = 'owner' and g.tenant_id = $1 limit 1`,
    [tenantId],
  );
  const setting = { actor: systemActor(tenantId, 'bench'), now: systemClock.now() };
  const visitor = { address: '127.0.0.1', userAgent: 'bench' };
  const opened = await writingWork(
    database,
    setting,
    (work) => openSession(work, rows[0]!.id, visitor),
    () => {},
  );
  return `${cookieName(false)}=${opened.token}`;
}

/** The statements behind each request, found by asking the same program in this process. */
async function statementsBehind(
  database: RecordingDatabase,
  cookie: string,
  operation: Operation,
): Promise<Asked[][]> {
  const app = await buildApp({
    database,
    clock: systemClock,
    filesDir: join(dataDir, 'files'),
    publicUrl: 'http://localhost:8080',
    cursorSecret: randomBytes(32),
    strict: false,
  });
  const behind: Asked[][] = [];
  for (const path of operation.paths) {
    database.taken();
    const reply = await app.http.inject({
      method: 'GET',
      url: `/api/v1${path}`,
      headers: { cookie },
    });
    if (reply.statusCode !== 200)
      throw new Error(`${path} answers ${reply.statusCode}: ${reply.body.slice(0, 200)}`);
    behind.push(database.taken());
  }
  await app.http.close();
  return behind;
}

const { embedded, database, client, tenantId } = await prepare();
const cookie = await ownerSession(database, client, tenantId);
const operations = await operationsOn(client, tenantId, times);
const asked = new Map<string, Asked[][]>();
for (const operation of operations)
  asked.set(operation.name, await statementsBehind(database, cookie, operation));
await client.end();
await database.close();
const connection = { ...embedded.appConfig };
await embedded.stop();

const server = await startServer(dataDir);
const bare = await Floor.open(connection, tenantId);
const results: Result[] = [];
try {
  for (const { name, paths } of operations) {
    const http = paths.map((path) => async () => {
      const answer = await fetch(`${server.base}/api/v1${path}`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    });
    const floor = asked.get(name)!.map(bare.run);
    await timesOf([...http.slice(0, 20), ...floor.slice(0, 20)]);
    const [httpTimes, floorTimes] = await alternately(http, floor);
    const [httpFigures, floorFigures] = [figuresOf(httpTimes), figuresOf(floorTimes)];
    const statements = Math.max(...asked.get(name)!.map((one) => one.length));
    results.push({
      operation: name,
      statements,
      http: httpFigures,
      floor: floorFigures,
      ratioP95: ratioOf(httpFigures.p95, floorFigures.p95),
    });
  }
} finally {
  await bare.close();
  await server.stop();
}

/** Turn by turn, so that the noise of the machine falls on both alike. */
async function alternately(
  a: readonly (() => Promise<void>)[],
  b: readonly (() => Promise<void>)[],
) {
  const [timesA, timesB]: [number[], number[]] = [[], []];
  for (const [at, call] of a.entries()) {
    timesA.push(...(await timesOf([call])));
    timesB.push(...(await timesOf([b[at]!])));
  }
  return [timesA, timesB] as const;
}

const faults = results.flatMap(({ operation, statements, ratioP95 }) => [
  ...(statements > mostStatements
    ? [`${operation}: ${statements} statements, at most ${mostStatements}`]
    : []),
  ...(operation === 'search' && ratioP95 > mostSearchRatio
    ? [`search: ${ratioP95} times the bare SQL, at most ${mostSearchRatio}`]
    : []),
]);
console.table(
  results.map(({ operation, statements, http, floor, ratioP95 }) => ({
    operation,
    statements,
    'http p50': http.p50,
    'http p95': http.p95,
    'sql p50': floor.p50,
    'sql p95': floor.p95,
    'ratio p95': ratioP95,
  })),
);
const summary = { customers, readyMs: server.readyMs, results, faults };
await writeFile(join(dataDir, 'result.json'), `${JSON.stringify(summary, null, 2)}\n`);
console.log(
  JSON.stringify({
    customers,
    readyMs: server.readyMs,
    ratios: Object.fromEntries(results.map((one) => [one.operation, one.ratioP95])),
    faults,
  }),
);
process.exitCode = faults.length > 0 ? 1 : 0;
