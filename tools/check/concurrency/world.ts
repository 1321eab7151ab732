import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configFor } from '#database/embedded/connect.ts';
import { readPidFile } from '#database/embedded/processes.ts';
import { databaseName } from '#database/embedded/roles.ts';
import { type Login, secretOf } from '#database/embedded/secrets.ts';
import { secretIn } from '#platform/config.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { Program, removeDir, throwawayDir } from '#test/process.ts';
import { databasesFrom, testClock, testServer } from '#test/server.ts';
import { TestShop } from '#test/tenant.ts';

const zone = 'Asia/Shanghai';
/** Four in the afternoon of a day that is no holiday in any year: people are at work and may be called. */
const workingAfternoon = (now: Date) => {
  const year = Number(dateIn(zone, now).slice(0, 4));
  const inYear = (each: number) => instantAt(zone, `${each}-03-18`, '16:00');
  return inYear(year) > now ? inYear(year) : inYear(year + 1);
};

export interface World {
  program: Program;
  shop: TestShop;
  /** The same database under a server with walls taken out. */
  weakened(): Promise<Program>;
  end(): Promise<void>;
}

/**
 * A real server in a process of its own with the ledger's routes, and one shop in it. The shop's people are made
 * from this process, on the same database; what they then do goes over HTTP.
 */
export async function openWorld(): Promise<World> {
  const dataDir = throwawayDir();
  const now = workingAfternoon(testClock.now());
  let program = await serverAt(dataDir, now, false);
  const end = async () => {
    const { app, database } = await testServer();
    await app.http.close();
    await database.close();
    await program.end();
    removeDir(dataDir);
  };
  try {
    databasesFrom(() => ({
      app: connectionOf(dataDir, 'app'),
      owner: connectionOf(dataDir, 'owner'),
      secret: secretIn(dataDir, 'cursor'),
    }));
    const shop = await TestShop.open();
    testClock.setFor(shop.tenantId, now);
    const weakened = async () => {
      await program.end();
      program = await serverAt(dataDir, shop.now, true);
      return program;
    };
    return { program, shop, weakened, end };
  } catch (error) {
    await end();
    throw error;
  }
}

const beside = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;

async function serverAt(dataDir: string, now: Date, isWeakened: boolean): Promise<Program> {
  const loaded = ['serving.ts', ...(isWeakened ? ['planted.ts'] : [])];
  const env = {
    NODE_OPTIONS: loaded.map((file) => `--import=${beside(file)}`).join(' '),
    LOG_LEVEL: 'error',
    ...(isWeakened && { CONTEST_PLANTED: '1' }),
  };
  const program = await Program.start({ dataDir, env });
  const moved = await program.ask('POST', '/test-clock', { body: { now: now.toISOString() } });
  if (!moved.ok) throw new Error(`the clock stands: ${await moved.text()}`);
  return program;
}

function connectionOf(dataDir: string, login: Login): object {
  const endpoint = readPidFile(join(dataDir, 'postgres'));
  if (!endpoint) throw new Error('no database runs');
  return configFor(endpoint, secretOf(join(dataDir, 'secret'), login), databaseName);
}

/** The day so many days before the shop's present, at the same hour. */
export const daysAgo = (shop: TestShop, days: number): Date =>
  instantAt(zone, addDays(dateIn(zone, shop.now), -days), '16:00');
