import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { type Embedded, startEmbedded } from '#database/embedded/embedded.ts';
import { secretOf } from '#database/embedded/secrets.ts';
import { migrate } from '#database/migrate.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/database.ts';
import { type App, buildApp } from '../../../server/app.ts';
import { beginFilling, type Density, fillHouse } from '../archive/fill.ts';
import {
  askersOf,
  connected,
  foundHouse,
  type House,
  knownHouses,
  nightOf,
} from '../archive/house.ts';
import { makeIndexes, setIndexesAside } from '../archive/indexes.ts';
import { startServer } from '../server.ts';
import { type Counts, type Operation, operationsOf, type Request, stepsOn } from './asked.ts';
import { Bare, type Behind, NotingDatabase } from './bare.ts';
import { Client } from './load.ts';
import { type Measured, measure } from './measuring.ts';
import { write } from './report.ts';

export interface Wanted {
  customers: number;
  dir?: string;
  /** Requests of each operation by one hand; sixteen hands send four times as many. */
  calls: number;
  /** Writes the figures into the documents. */
  isPublished: boolean;
}

const port = Number(process.env.BENCH_PORT ?? 8_192);
const say = (line: string) => console.error(line);
const floorName = 'floor';
/** Writing requests of each operation that the floor repeats, and that are sent: one hand's, sixteen hands', paced ones. */
const notedTimes = 5;
const sentTimes = 6;

/** Five visits a car come to 500,000 orders for 100,000 customers, four complaints a hundred visits to 20,000. */
const densityOf = (cars: number): Density => ({
  visitsTimes: 2.5,
  standingOneIn: Math.max(1, Math.round(cars / 300)),
  complaintOneIn: 25,
});

/**
 * The nine operations (W1 to W9) over HTTP as the program is delivered, beside the bare SQL in the same run, and beside
 * a house of a tenth. Gives the exit code.
 */
export async function benchOperations({ customers, dir, calls, isPublished }: Wanted) {
  const dataDir = resolve(
    dir ?? join(import.meta.dirname, '..', '..', '..', '.cache', `bench-operations-${customers}`),
  );
  const firstTime = !existsSync(dataDir);
  await mkdir(dataDir, { recursive: true });
  const embedded = await startEmbedded({ dataDir, log: () => {}, archiving: false });
  try {
    await migrate({ ...embedded.ownerConfig }, say);
    const database = new NotingDatabase({ ...embedded.appConfig, statement_timeout: 120_000 }, 4);
    const owner = await connected({ ...embedded.ownerConfig });
    const houses = firstTime ? await filled(database, owner, customers) : await knownHouses(owner);
    await owner.end();
    for (const house of houses) await nightOf(database, house);
    const counts = { reads: calls * 4, writes: calls * (notedTimes + sentTimes) };
    const places = await placesOf(database, embedded, houses, counts);
    const superuser = {
      ...embedded.ownerConfig,
      ...secretOf(join(dataDir, 'secret'), 'superuser'),
      database: 'postgres',
    };
    await database.pool.end();
    await copied(superuser, embedded.ownerConfig.database);
    const noting = new NotingDatabase({ ...embedded.appConfig, statement_timeout: 120_000 }, 4);
    const app = await appOn(noting, dataDir);
    await noted(app, noting, places[1]!, calls * notedTimes);
    await app.http.close();
    await noting.close();
    return await measured(embedded, dataDir, places, { customers, calls, isPublished });
  } finally {
    await embedded.stop();
  }
}

async function filled(database: Database, owner: pg.Client, customers: number): Promise<House[]> {
  const houses = [
    await foundHouse(database, 'small', Math.round(customers / 10)),
    await foundHouse(database, 'big', customers),
  ];
  const makers = await setIndexesAside(owner);
  await beginFilling(owner);
  for (const [at, house] of houses.entries())
    await fillHouse(owner, house, at, say, densityOf(house.vehicles));
  await makeIndexes(owner, makers, say);
  return houses;
}

/** A house, who asks in it, and what is asked. */
export interface Place {
  house: House;
  cookie: string;
  operations: Operation[];
  /** What the database was asked for each request: of the first ones, as many as the floor is measured with. */
  behind: Map<Operation['key'], Behind[][]>;
}

async function placesOf(
  database: Database,
  embedded: Embedded,
  houses: readonly House[],
  counts: Counts,
): Promise<Place[]> {
  const client = await connected({ ...embedded.appConfig });
  const places: Place[] = [];
  for (const house of houses) {
    const { headOffice } = await askersOf(database, client, house);
    const operations = await operationsOf(client, house, counts);
    places.push({ house, cookie: headOffice, operations, behind: new Map() });
  }
  await client.end();
  return places;
}

/** The floor writes into a copy: what the program wrote is written there once more, word by word. */
async function copied(superuser: pg.ClientConfig, name: string): Promise<void> {
  const client = await connected(superuser);
  await client.query(`drop database if exists ${floorName}`);
  await client.query(`create database ${floorName} template ${name}`);
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

/** Asks the same program in this process, and keeps what it asked of the database. */
async function noted(app: App, database: NotingDatabase, place: Place, writes: number) {
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
    place.behind.set(key, behind);
  }
}

async function measured(
  embedded: Embedded,
  dataDir: string,
  places: readonly Place[],
  { customers, calls, isPublished }: Wanted,
): Promise<number> {
  const server = await startServer(dataDir, port, serverOn(embedded));
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
    for (const [at, { key, ...rest }] of big.operations.entries()) {
      const requests = {
        small: key === 'W5' ? stepsOn(made.small) : small.operations[at]!.requests,
        big: key === 'W5' ? stepsOn(made.big) : rest.requests,
      };
      const one = await measure({
        ...{ key, name: rest.name, isWrite: rest.isWrite, requests },
        ...{ calls, bare, asking, pids },
        behind: big.behind.get(key)!,
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
  const whole = { customers, calls, readyMs: server.readyMs, results };
  await writeFile(join(dataDir, 'result.json'), `${JSON.stringify(whole, null, 2)}\n`);
  return write(whole, isPublished);
}

/** A database of one's own, as larger houses have: then the server leaves its backup to others, and so the figures alone. */
function serverOn({ appConfig, ownerConfig }: Embedded): Record<string, string> {
  const address = ({ host, port: at, user, password, database }: Embedded['appConfig']) =>
    `postgresql://${user}:${encodeURIComponent(password)}@localhost:${at}/${database}?host=${encodeURIComponent(host)}`;
  return { DATABASE_URL: address(appConfig), DATABASE_OWNER_URL: address(ownerConfig) };
}
