import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovableClock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { Egress } from '#platform/egress.ts';
import { type App, buildApp } from '../server/app.ts';

/** How to reach the run's database: as the application, and as its owner. */
export interface Databases {
  app: object;
  owner: object;
  /** The installation's own secret, where another program works on the same database; made new unless given. */
  secret?: Buffer;
}

let whereFrom: () => Databases = () => {
  throw new Error('no database was named: call databasesFrom first');
};
/** Named once before the first server opens: by `setup.ts` under the test runner, by a harness for itself. */
export const databasesFrom = (source: () => Databases): void => {
  whereFrom = source;
};

export const testClock = new MovableClock();

let opened: Promise<{ app: App; database: Database }> | undefined;

/** One server a test file, on the run's database; each test has a tenant of its own in it. */
export function testServer() {
  opened ??= open();
  return opened;
}

async function open() {
  const database = new Database(whereFrom().app as never, 5);
  const app = await buildApp({
    database,
    clock: testClock,
    filesDir: mkdtempSync(join(tmpdir(), 'jingming-files-')),
    publicUrl: 'http://localhost:8080',
    cursorSecret: whereFrom().secret ?? randomBytes(32),
    strict: true,
    // Peers of a test listen on this machine; everything else is the wide world.
    egress: new Egress({ allow: ['127.0.0.1', 'localhost'] }),
    ...(process.env.TEST_LOG && { logLevel: process.env.TEST_LOG }),
  });
  await app.http.ready();
  return { app, database };
}
