import type { TSchema } from 'typebox';
import type { EventKind } from '#shared/events.ts';
import { systemActor } from './actor.ts';
import type { Clock } from './clock.ts';
import { type Database, isConnectionLoss } from './database.ts';
import type { Egress } from './egress.ts';
import { runErrands } from './errands.ts';
import type { FileStore } from './files.ts';
import { addReaction } from './reactions.ts';
import type { Seal } from './seal.ts';
import { globalStatement, valuesOf } from './sql.ts';
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
  if (known.has(name)) throw new Error(`two tasks are called ${name}`);
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

export interface TaskHost {
  database: Database;
  clock: Clock;
  files: FileStore;
  egress: Egress;
  secrets: Seal;
  tell(tenantId: string, changes: readonly Change[]): void;
  warn(message: string, error: unknown): void;
}

interface Due {
  id: string;
  tenantId: string;
  name: string;
  data: object;
  runAt: Date;
}

const nextDueOfTenant = globalStatement<Due, { now: Date; owner: string }>(
  'tasks.nextDueOfTenant',
  `select id, tenant_id, name, data, run_at from tasks
    where tenant_id = :owner and run_at <= :now and attempts < 10 and not is_errand
    order by run_at, id limit 1 for update skip locked`,
);
/** A task that put itself to a later time under its own key has not ended. */
const finished = globalStatement<never, { id: string; runAt: Date }>(
  'tasks.finished',
  "delete from tasks where id = :id and date_trunc('milliseconds', run_at) = :runAt",
);
const putOff = globalStatement<never, { id: string; error: string; again: Date }>(
  'tasks.putOff',
  `update tasks set attempts = attempts + 1, last_error = :error, run_at = :again where id = :id`,
);
const peekDue = globalStatement<{ tenantId: string; id: string }, { now: Date }>(
  'tasks.peekDue',
  `select tenant_id, id from tasks where run_at <= :now and attempts < 10 and not is_errand
    order by run_at, id limit 1`,
);

/**
 * Runs what is due by the given clock, one transaction a task, in order of its time, and says how many it ran.
 * The clock of a task is its own due time or later, so that weeks played in a second look like weeks.
 */
export async function runTasks(host: TaskHost, tenantId?: string): Promise<number> {
  let count = 0;
  while (await runOne(host, tenantId)) count++;
  return count;
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

async function runOne(host: TaskHost, only?: string): Promise<boolean> {
  const owner = only ?? (await ownerOfNext(host));
  if (owner === undefined) return false;
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
    if (!picked || isConnectionLoss(error)) throw error;
    host.warn(`task ${picked.name} failed`, error);
    const note = { error: String(error).slice(0, 500), again: again(now), id: picked.id };
    await host.database.global(putOff, valuesOf(putOff, note));
  }
  return picked !== undefined;
}

async function ownerOfNext(host: TaskHost): Promise<string | undefined> {
  const { rows } = await host.database.global(peekDue, [host.clock.now()]);
  return rows[0]?.tenantId as string | undefined;
}

/** Tried again after two minutes; after ten tries it stays on the list for an operator to see. */
const again = (now: Date) => new Date(now.getTime() + 120_000);
