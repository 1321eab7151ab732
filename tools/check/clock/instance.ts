import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { runDue } from '#platform/tasks.ts';
import { buildApp } from '../../../server/app.ts';
import './rules.ts';
import { answering } from './talk.ts';

/** One of several programs on the same database, whose clock shows what it is told; it may die at any moment. */
let now = new Date(0);
const clock: Clock = { now: () => new Date(now) };
const database = new Database(JSON.parse(process.env.CLOCK_DATABASE!), 3);
const app = await buildApp({
  database,
  clock,
  filesDir: mkdtempSync(join(tmpdir(), 'jingming-clock-')),
  publicUrl: 'http://localhost:8080',
  cursorSecret: Buffer.from(process.env.CLOCK_SECRET!, 'hex'),
  strict: true,
});
const moveTo = (at: string) => {
  now = new Date(at);
};

answering({
  /** Runs what is due by the clock as it stands. @returns how many */
  work: async ({ at }: { at: string }) => {
    moveTo(at);
    return runDue(app.taskHost);
  },
  /** Shows a cookie or a key. @returns the status of the answer */
  show: async ({ at, headers }: { at: string; headers: Record<string, string> }) => {
    moveTo(at);
    const reply = await app.http.inject({ method: 'GET', url: '/api/v1/employees', headers });
    return reply.statusCode;
  },
});
