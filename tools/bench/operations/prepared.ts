import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { type Embedded, startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { Database } from '#platform/database.ts';
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
import { type Counts, type Operation, operationsOf } from './asked.ts';

export const say = (line: string) => console.error(line);

/** A house, who asks in it, and what is asked. */
export interface Place {
  house: House;
  cookie: string;
  operations: Operation[];
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
    places.push({ house, cookie: headOffice, operations });
  }
  await client.end();
  return places;
}

/** The database in that folder, filled where it is empty, with its small house and its big one as of this morning. */
export async function opened(customers: number, dir: string | undefined, counts: Counts) {
  const { embedded, dataDir, houses } = await openHouses(
    customers,
    dir ?? join(import.meta.dirname, '..', '..', '..', '.cache', `bench-operations-${customers}`),
  );
  try {
    const database = new Database({ ...embedded.appConfig, statement_timeout: 120_000 }, 4);
    const places = await placesOf(database, embedded, houses, counts);
    await database.pool.end();
    return { embedded, dataDir, places };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** The houses of that folder, the small one first; the caller stops the database. */
export async function openHouses(customers: number, dir: string) {
  const dataDir = resolve(dir);
  const firstTime = !existsSync(join(dataDir, 'postgres'));
  await mkdir(dataDir, { recursive: true });
  const embedded = await startEmbedded({ dataDir, log: () => {}, archiving: false });
  try {
    await migrate({ ...embedded.ownerConfig }, say);
    const database = new Database({ ...embedded.appConfig, statement_timeout: 120_000 }, 4);
    const owner = await connected({ ...embedded.ownerConfig });
    const houses = firstTime ? await filled(database, owner, customers) : await knownHouses(owner);
    await owner.end();
    for (const house of houses) await nightOf(database, house);
    await database.pool.end();
    return { embedded, dataDir, houses };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Five visits a car come to 500,000 orders for 100,000 customers, four complaints a hundred visits to 20,000. */
const densityOf = (cars: number): Density => ({
  visitsTimes: 2.5,
  standingOneIn: Math.max(1, Math.round(cars / 300)),
  complaintOneIn: 25,
});

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

/** A database of one's own, as larger houses have: then the server leaves its backup to others, and so the figures alone. */
export function serverOn({ appConfig, ownerConfig }: Embedded): Record<string, string> {
  const address = ({ host, port: at, user, password, database }: Embedded['appConfig']) =>
    `postgresql://${user}:${encodeURIComponent(password)}@localhost:${at}/${database}?host=${encodeURIComponent(host)}`;
  return { DATABASE_URL: address(appConfig), DATABASE_OWNER_URL: address(ownerConfig) };
}
