import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Embedded, startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { systemClock } from '#platform/clock.ts';
import { buildApp } from '../../../server/app.ts';
import { RecordingDatabase } from '../recording.ts';
import { startServer } from '../server.ts';
import { compare, type Place } from './asking.ts';
import { importList, searchDuplicates } from './background.ts';
import { beginFilling, fillHouse } from './fill.ts';
import { askersOf, connected, foundHouse, type House, knownHouses, nightOf } from './house.ts';
import { makeIndexes, setIndexesAside } from './indexes.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { judged, tableOf } from './report.ts';

export interface Wanted {
  customers: number;
  dir?: string;
  calls: number;
  /** Groups of kinds, `duplicates`, `import`, and who asks (`headOffice`, `shop`); without it everything. */
  only?: readonly string[];
}

const smallCustomers = 10_000;
const say = (line: string) => console.error(line);

/**
 * The archive's promises at a million customers: two tenants in one database, each kind of search asked of both in turn;
 * then the search for duplicates over the whole of the larger one, and a long list brought into it. Gives the exit code.
 */
export async function benchArchive({ customers, dir, calls, only }: Wanted): Promise<number> {
  const dataDir = resolve(
    dir ?? join(import.meta.dirname, '..', '..', '..', '.cache', `bench-archive-${customers}`),
  );
  const firstTime = !existsSync(dataDir);
  await mkdir(dataDir, { recursive: true });
  const embedded = await startEmbedded({ dataDir, log: () => {}, archiving: false });
  try {
    await migrate({ ...embedded.ownerConfig }, say);
    const database = new RecordingDatabase(
      { ...embedded.appConfig, statement_timeout: 120_000 },
      4,
    );
    const owner = await connected({ ...embedded.ownerConfig });
    const houses = firstTime ? await filled(database, owner, customers) : await knownHouses(owner);
    await owner.end();
    for (const house of houses) await nightOf(database, house);
    const [small, big] = await placesOf(database, embedded, houses, calls);
    const statements = await statementsOf(database, dataDir, big);
    await database.close();
    const wanted = (one: string) => !only || only.includes(one) || !only.some(isSame(one));
    return await measured({ embedded, dataDir, small, big, statements, wanted });
  } finally {
    await embedded.stop();
  }
}

async function filled(database: RecordingDatabase, owner: pg.Client, customers: number) {
  const from = performance.now();
  const houses = [
    await foundHouse(database, 'small', smallCustomers),
    await foundHouse(database, 'big', customers),
  ];
  const makers = await setIndexesAside(owner);
  await beginFilling(owner);
  for (const [at, house] of houses.entries()) await fillHouse(owner, house, at, say);
  await makeIndexes(owner, makers, say);
  say(`filled in ${Math.round((performance.now() - from) / 1000)} s`);
  return houses;
}

async function placesOf(
  database: RecordingDatabase,
  embedded: Embedded,
  houses: readonly House[],
  calls: number,
): Promise<[Place, Place]> {
  const client = await connected({ ...embedded.appConfig });
  const places: Place[] = [];
  for (const house of houses) {
    const askers = await askersOf(database, client, house);
    places.push({ house, askers, kinds: await kindsOf(client, house, calls) });
  }
  await client.end();
  const of = (name: House['name']) => places.find(({ house }) => house.name === name)!;
  return [of('small'), of('big')];
}

/** Both are askers, or both are groups: who names no asker means both. */
const isSame = (one: string) => (other: string) => isAsker(one) === isAsker(other);
const isAsker = (one: string) => one === 'shop' || one === 'headOffice';

/** How many statements stand behind a page, without those that tell who asks: asked of the same program in this process. */
async function statementsOf(database: RecordingDatabase, dataDir: string, place: Place) {
  const app = await buildApp({
    database,
    clock: systemClock,
    filesDir: join(dataDir, 'files'),
    publicUrl: 'http://localhost:8080',
    cursorSecret: randomBytes(32),
    strict: false,
  });
  const counted: Record<string, number> = {};
  for (const { name, by, group, asked } of place.kinds) {
    if (by !== 'headOffice' || group !== 'pages') continue;
    database.taken();
    const url = `/api/v1${asked[0]!.path}`;
    const headers = { cookie: place.askers.headOffice };
    const reply = await app.http.inject({ method: 'GET', url, headers });
    if (reply.statusCode !== 200)
      throw new Error(`${url} answers ${reply.statusCode}: ${reply.body}`);
    counted[name] = database.taken().length;
  }
  await app.http.close();
  return counted;
}

interface Measuring {
  embedded: Embedded;
  dataDir: string;
  small: Place;
  big: Place;
  statements: Record<string, number>;
  wanted(group: string): boolean;
}

async function measured(measuring: Measuring): Promise<number> {
  const { embedded, dataDir, small, big, statements, wanted } = measuring;
  const server = await startServer(dataDir, serverOn(embedded));
  try {
    await untilQuiet(embedded);
    const isWanted = ({ group, by }: Kind) => wanted(group) && wanted(by);
    const compared = await compare(server.base, small, big, isWanted, say);
    console.log(tableOf(compared));
    console.log(statements);
    const duplicates = wanted('duplicates') ? await searchDuplicates(server, big) : undefined;
    if (duplicates) console.log({ duplicates, planted: big.house.planted * 1.25 });
    const list = wanted('import') ? await importList(server, big) : undefined;
    if (list) console.log({ list });
    const { customers, vehicles } = big.house;
    const summary = judged({ compared, statements, duplicates, list, house: big.house });
    const whole = { customers, vehicles, compared, statements, duplicates, list, ...summary };
    await writeFile(join(dataDir, 'result.json'), `${JSON.stringify(whole, null, 2)}\n`);
    console.log(JSON.stringify({ customers, vehicles, ...summary }));
    return summary.broken.length > 0 ? 1 : 0;
  } finally {
    await server.stop();
  }
}

/** A database of one's own, as larger houses have: then the server leaves its backup to others, and so the figures alone. */
function serverOn({ appConfig, ownerConfig }: Embedded): Record<string, string> {
  const address = ({ host, port: at, user, password, database }: Embedded['appConfig']) =>
    `postgresql://${user}:${encodeURIComponent(password)}@localhost:${at}/${database}?host=${encodeURIComponent(host)}`;
  return { DATABASE_URL: address(appConfig), DATABASE_OWNER_URL: address(ownerConfig) };
}

/** What a first start has to do for each house is done before anything is measured. */
async function untilQuiet(embedded: Embedded): Promise<void> {
  const client = await connected({ ...embedded.appConfig });
  const from = performance.now();
  for (let quiet = 0; quiet < 3; ) {
    await sleep(1000);
    const { rows } = await client.query<{ due: number; names: string[] }>(
      `select count(*)::integer as due, array_agg(distinct name) as names from tasks where run_at <= now() and attempts < 10`,
    );
    const [{ due, names }] = rows as [{ due: number; names: string[] }];
    quiet = due === 0 ? quiet + 1 : 0;
    if (due > 0 && Math.round(performance.now() - from) % 10_000 < 1000) say(`waits for ${names}`);
  }
  await client.end();
  say(`quiet after ${Math.round((performance.now() - from) / 1000)} s`);
}
