import type { TSchema } from 'typebox';
import type { EventKind } from '#shared/events.ts';
import { systemActor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Egress } from './egress.ts';
import { runErrands } from './errands.ts';
import type { FileStore } from './files.ts';
import { addReaction } from './reactions.ts';
import type { Seal } from './seal.ts';
import { globalStatement, valuesOf } from './sql.ts';
import { mostAttempts, nameTask, noteFailure } from './task-failures.ts';
import { traced } from './trace.ts';
import { type Change, type Work, writingWork } from './work.ts';

/** Something to do later. It may run twice, never not at all: write it so that a second run changes nothing. */
export interface Task<Data> {
  name: string;
  run(work: Work, data: Data, host: TaskHost): Promise<void>;
}

const known = new Map<string, Task<never>>();

/** `name` is `<module>.<whatIsDone>` and stays: rows in the table speak of it. */
export function defineTask<Data extends object>(name: string, run: Task<Data>['run']): Task<Data> {
  nameTask(name);
  const task = { name, run };
  known.set(name, task as unknown as Task<never>);
  return task;
}

/** Answers another module's event, soon and at least once. */
export function react<Data extends object>(
  kind: EventKind<Data> | { name: string; data: TSchema },
  name: string,
  run: Task<Data>['run'],
): void {
  defineTask(name, run);
  addReaction(kind.name, name);
}

/** So many of one tenant, then it is the next one's turn. */
const mostInTurn = 8;

export interface TaskHost {
  database: Database;
  clock: Clock;
  files: FileStore;
  egress: Egress;
  secrets: Seal;
  /** Where customers reach the house, for addresses that a task writes into a message. */
  publicUrl: string;
  /** The program is to stop: what was begun is ended, and nothing more is begun. */
  ending?: AbortSignal;
  tell(tenantId: string, changes: readonly Change[]): void;
  warn(message: string, error: unknown): void;
}

interface Due {
  id: string;
  tenantId: string;
  name: string;
  data: object;
  runAt: Date;
  attempts: number;
}

const nextDueOfTenant = globalStatement<Due, { now: Date; owner: string }>(
  'tasks.nextDueOfTenant',
  `select id, tenant_id, name, data, run_at, attempts from tasks
    where tenant_id = :owner and run_at <= :now and attempts < ${mostAttempts} and not is_errand
    order by run_at, id limit 1 for update skip locked`,
);
/** A task that put itself to a later time under its own key has not ended. */
const finished = globalStatement<never, { id: string; runAt: Date }>(
  'tasks.finished',
  "delete from tasks where id = :id and date_trunc('milliseconds', run_at) = :runAt",
);
const ownersOfDue = globalStatement<{ tenantId: string }, { now: Date }>(
  'tasks.ownersOfDue',
  `select tenant_id from tasks where run_at <= :now and attempts < ${mostAttempts} and not is_errand
    group by tenant_id order by min(run_at), tenant_id limit 50`,
);

/**
 * Runs what is due by the given clock, one transaction a task, and says how many it ran: the tasks of a tenant in
 * order of their time, a few of each tenant in turn, so that one tenant's thousand keep nobody waiting (D-21). What
 * another instance holds is passed over.
 */
export async function runTasks(host: TaskHost, tenantId?: string): Promise<number> {
  let count = 0;
  for (;;) {
    let ran = 0;
    for (const owner of tenantId === undefined ? await ownersWithDue(host) : [tenantId]) {
      ran += await runTurn(host, owner);
    }
    count += ran;
    if (ran === 0 || host.ending?.aborted) return count;
  }
}

/** Runs what is due and carries what is to leave the house, until neither leaves anything to do. */
export async function runDue(host: TaskHost, tenantId?: string): Promise<number> {
  let count = 0;
  for (;;) {
    const ran = (await runTasks(host, tenantId)) + (await runErrands(host, tenantId));
    if (ran === 0) return count;
    count += ran;
  }
}

async function ownersWithDue(host: TaskHost): Promise<string[]> {
  const { rows } = await host.database.global(ownersOfDue, [host.clock.now()]);
  return rows.map((row) => row.tenantId as string);
}

async function runTurn(host: TaskHost, owner: string): Promise<number> {
  let ran = 0;
  while (ran < mostInTurn && !host.ending?.aborted && (await runOne(host, owner))) ran++;
  return ran;
}

async function runOne(host: TaskHost, owner: string): Promise<boolean> {
  const now = host.clock.now(owner);
  let picked: Due | undefined;
  try {
    await writingWork(
      host.database,
      { actor: systemActor(owner, 'tasks'), now, via: 'tasks', secrets: host.secrets },
      async (work, session) => {
        const { rows } = await session.run(
          nextDueOfTenant,
          valuesOf(nextDueOfTenant, { owner, now }),
        );
        picked = rows[0] as unknown as Due | undefined;
        if (!picked) return;
        const task = known.get(picked.name);
        if (!task) throw new Error(`no task is called ${picked.name}`);
        const { name, data } = picked;
        await traced('task', name, () => task.run(work, data as never, host));
        await session.run(finished, valuesOf(finished, picked));
      },
      host.tell,
    );
  } catch (error) {
    if (!picked) throw error;
    await failed(host, picked, now, error);
  }
  return picked !== undefined;
}

/** Tried again after one, two, four … minutes, eight hours in all. */
async function failed(host: TaskHost, task: Due, now: Date, error: unknown): Promise<void> {
  const { id, tenantId: owner, name, runAt, attempts } = task;
  const again = new Date(now.getTime() + 60_000 * 2 ** attempts);
  const isGivenUp = await noteFailure(host, { owner, id, name, runAt, again, error });
  host.warn(`task ${name} ${isGivenUp ? 'is given up' : 'failed'}`, error);
}
