import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { MovableClock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { type App, buildApp } from '../server/app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databases: { app: object; owner: object };
  }
}

export const testClock = new MovableClock();

let opened: Promise<{ app: App; database: Database }> | undefined;

/** One server a test file, on the run's database; each test has a tenant of its own in it. */
export function testServer() {
  opened ??= open();
  return opened;
}

async function open() {
  const database = new Database(inject('databases').app as never, 5);
  const app = await buildApp({
    database,
    clock: testClock,
    filesDir: mkdtempSync(join(tmpdir(), 'jingming-files-')),
    publicUrl: 'http://localhost:8080',
    cursorSecret: randomBytes(32),
    strict: true,
    ...(process.env.TEST_LOG && { logLevel: process.env.TEST_LOG }),
  });
  await app.http.ready();
  return { app, database };
}
