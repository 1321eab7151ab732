import { randomBytes } from 'node:crypto';
import { beginUnseen } from '#modules/follow-ups/server/index.ts';
import { remindOvernight } from '#modules/reminders/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import { MovableClock } from '#platform/clock.ts';
import { type Connection, Database } from '#platform/database.ts';
import { runTasks } from '#platform/tasks.ts';
import { writingWork } from '#platform/work.ts';
import { buildApp } from '../../../server/app.ts';

/** What the process of the product is told to do. */
export type Order =
  | { do: 'unseen' | 'proposals' | 'morning'; tenantId: string; at: string }
  | { do: 'end' };
export interface Told {
  ms: number;
  /** Tasks that ran, and what failed in them. */
  tasks: number;
  failed: string[];
  peakMb: number;
}

const connection = JSON.parse(process.env.BENCH_CONNECTION!) as Connection;
const database = new Database(connection, 10);
const clock = new MovableClock();
const { taskHost } = await buildApp({
  database,
  clock,
  filesDir: process.env.BENCH_FILES!,
  publicUrl: 'http://localhost:8080',
  cursorSecret: randomBytes(32),
  strict: false,
});
const failed: string[] = [];
taskHost.warn = (message, error) => void failed.push(`${message}: ${(error as Error).message}`);

const begin = { unseen: beginUnseen, proposals: remindOvernight };

/** The night's work as its tasks do it; the morning's was put down by the night for six o'clock. */
async function done(order: Exclude<Order, { do: 'end' }>): Promise<Told> {
  const { tenantId } = order;
  clock.setFor(tenantId, new Date(order.at));
  const setting = { actor: systemActor(tenantId, 'bench'), now: clock.now(tenantId) };
  const from = performance.now();
  if (order.do !== 'morning') await writingWork(database, setting, begin[order.do], () => {});
  const tasks = await runTasks(taskHost, tenantId);
  const ms = Math.round(performance.now() - from);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms, tasks, failed: failed.splice(0), peakMb };
}

process.on('message', async (order: Order) => {
  if (order.do !== 'end') return process.send!(await done(order));
  await database.close();
  process.disconnect();
});
process.send!({ ready: true });
