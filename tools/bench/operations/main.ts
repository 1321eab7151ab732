import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Embedded } from '#database/embedded/embedded.ts';
import { secretOf } from '#database/embedded/secrets.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { type App, buildApp } from '../../../server/app.ts';
import { connected } from '../archive/house.ts';
import { startServer } from '../server.ts';
import { accept } from './accepted.ts';
import { type Operation, type Request, stepsOn } from './asked.ts';
import { Bare, type Behind, NotingDatabase } from './bare.ts';
import { lastingIn } from './lasting.ts';
import { Client } from './load.ts';
import { type Measured, measure } from './measuring.ts';
import { opened, type Place, say, serverOn } from './prepared.ts';
import { type Whole, write } from './report.ts';

export interface Wanted {
  customers: number;
  dir?: string;
  /** Requests of each operation by one hand; sixteen hands send four times as many. */
  calls: number;
  /** Writes the figures into the documents. */
  isPublished: boolean;
  /** Makes the figures those that the next ones are held against (`accepted.ts`). */
  areAccepted: boolean;
}

const floorName = 'floor';
const notingName = 'noting';
/** Writing requests of each operation that the floor repeats, and that are sent: one hand's, sixteen hands', paced ones. */
const notedTimes = 5;
const sentTimes = 6;

/** Measures, prints what came of it, and writes it where that is asked for. Gives the exit code. */
export async function benchOperations(wanted: Wanted): Promise<number> {
  const whole = await measuredOperations(wanted);
  if (wanted.areAccepted) await accept(whole);
  return write(whole, wanted.isPublished);
}

/**
 * The nine operations (W1 to W9) over HTTP as the program is delivered, beside the bare SQL in the same run, and beside
 * a house of a tenth.
 */
export async function measuredOperations({
  customers,
  dir,
  calls,
}: Pick<Wanted, 'customers' | 'dir' | 'calls'>): Promise<Whole> {
  const counts = { reads: calls * 4, writes: calls * (notedTimes + sentTimes) };
  const { embedded, dataDir, places } = await opened(customers, dir, counts);
  try {
    const superuser = {
      ...embedded.ownerConfig,
      ...secretOf(join(dataDir, 'secret'), 'superuser'),
      database: 'postgres',
    };
    // What writes is noted on a copy of its own, so that the houses that are measured stay as they were filled.
    for (const name of [floorName, notingName])
      await copied(superuser, embedded.ownerConfig.database, name);
    const noting = new NotingDatabase(
      { ...embedded.appConfig, database: notingName, statement_timeout: 120_000 },
      4,
    );
    const app = await appOn(noting, dataDir);
    const behind = await noted(app, noting, places[1]!, calls * notedTimes);
    await app.http.close();
    await noting.close();
    await dropped(superuser, notingName);
    return await measured(embedded, dataDir, places, behind, { customers, calls });
  } finally {
    await embedded.stop();
  }
}

/** The floor writes into a copy: what the program wrote is written there once more, word by word. */
async function copied(superuser: pg.ClientConfig, from: string, name: string): Promise<void> {
  await dropped(superuser, name);
  const client = await connected(superuser);
  await client.query(`create database ${name} template ${from}`);
  await client.end();
}

async function dropped(superuser: pg.ClientConfig, name: string): Promise<void> {
  const client = await connected(superuser);
  await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

const appOn = (database: Database, dataDir: string): Promise<App> =>
  buildApp({
    database,
    clock: systemClock,
    filesDir: join(dataDir, 'files'),
    publicUrl: 'http://localhost:8080',
    cursorSecret: randomBytes(32),
    strict: false,
  });

/** What the database was asked for each request: of the first ones, as many as the floor is measured with. */
type Noted = Map<Operation['key'], Behind[][]>;

/** Asks the same program in this process, and keeps what it asked of the database. */
async function noted(
  app: App,
  database: NotingDatabase,
  place: Place,
  writes: number,
): Promise<Noted> {
  const noted: Noted = new Map();
  const orderIds: string[] = [];
  const behindOf = async ({ method, path, body }: Request): Promise<Behind[]> => {
    database.taken();
    const url = `/api/v1${path}`;
    const headers = { cookie: place.cookie };
    const reply = await app.http.inject({ method, url, headers, ...(body && { payload: body }) });
    if (reply.statusCode >= 300)
      throw new Error(`${url} answers ${reply.statusCode}: ${reply.body.slice(0, 300)}`);
    if (path === '/service-orders' && method === 'POST') orderIds.push(reply.json().id);
    return database.taken();
  };
  for (const { key, isWrite, requests } of place.operations) {
    // Writing ones are gone once they were asked: others are left to be sent.
    const asked =
      key === 'W5' ? stepsOn(orderIds) : isWrite ? requests.splice(0, writes) : requests;
    const behind: Behind[][] = [];
    for (const request of asked) behind.push(await behindOf(request));
    noted.set(key, behind);
  }
  return noted;
}

async function measured(
  embedded: Embedded,
  dataDir: string,
  places: readonly Place[],
  behind: Noted,
  { customers, calls }: Pick<Whole, 'customers' | 'calls'>,
): Promise<Whole> {
  const server = await startServer(dataDir, serverOn(embedded));
  const floorConfig = { ...embedded.appConfig, database: floorName };
  const [small, big] = places as [Place, Place];
  const bare = await Bare.open(floorConfig, big.house.tenantId, 16);
  const asking = {
    small: new Client(server.base, small.cookie),
    big: new Client(server.base, big.cookie),
  };
  const pids = { server: server.pid, database: embedded.pid() };
  const results: Measured[] = [];
  let made: Record<'small' | 'big', string[]> = { small: [], big: [] };
  try {
    // Reading first: what the writing ones add would be read by the larger house alone.
    const inOrder = [...big.operations.entries()].toSorted(
      ([, one], [, other]) => Number(one.isWrite) - Number(other.isWrite),
    );
    for (const [at, { key, ...rest }] of inOrder) {
      const requests = {
        small: key === 'W5' ? stepsOn(made.small) : small.operations[at]!.requests,
        big: key === 'W5' ? stepsOn(made.big) : rest.requests,
      };
      const one = await measure({
        ...{ key, name: rest.name, isWrite: rest.isWrite, requests },
        ...{ calls, bare, asking, pids },
        behind: behind.get(key)!,
      });
      results.push(one.measured);
      if (key === 'W4') made = one.made;
      say(`${key} ${JSON.stringify(one.measured)}`);
    }
  } finally {
    await bare.close();
    asking.small.close();
    asking.big.close();
    await server.stop();
  }
  results.sort((one, other) => one.key.localeCompare(other.key));
  const lasting = await lastingIn(dataDir);
  const whole = { customers, calls, readyMs: server.readyMs, results, ...(lasting && { lasting }) };
  await writeFile(join(dataDir, 'result.json'), `${JSON.stringify(whole, null, 2)}\n`);
  return whole;
}
