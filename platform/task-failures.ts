import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { systemActor } from './actor.ts';
import { shortlyTold } from './plain-words.ts';
import { reactionsTo } from './reactions.ts';
import { globalStatement, valuesOf } from './sql.ts';
import type { TaskHost } from './tasks.ts';
import { writingWork } from './work.ts';

/** A task is tried so often; then it stays, and who runs the house is told (D-21). */
export const mostAttempts = 10;

const names = new Set<string>();
/** Enters the name of something that is done later. Names stay: rows in the table speak of them. */
export function nameTask(name: string): void {
  if (names.has(name)) throw new Error(`two tasks are called ${name}`);
  names.add(name);
}
/** All of them, for lists that must have a word for each. */
export const taskNames = (): readonly string[] => [...names];

export const taskEvents = events(
  'task',
  {
    /** Tried ten times in vain: nobody tries it again unless somebody says so. */
    givenUp: shape({ taskId: id, name: line(80) }),
  },
  { subject: null },
);

/** Unless it ended, or moved itself, in a commit whose answer was lost. */
const putOff = globalStatement<
  { attempts: number },
  { id: string; runAt: Date | null; error: string; again: Date }
>(
  'tasks.putOff',
  `update tasks set attempts = attempts + 1, last_error = :error, run_at = :again
    where id = :id and (:runAt::timestamptz is null or date_trunc('milliseconds', run_at) = :runAt)
    returning attempts`,
);

interface Failure {
  owner: string;
  id: string;
  name: string;
  /** When it should have run; null where nobody else can have moved it. */
  runAt: Date | null;
  /** When it is tried again. */
  again: Date;
  error: unknown;
}

/**
 * Counts a try that failed, and tells when it was the last. A task that tore its connection down counts too, or it
 * would stand before all others for ever; where the database itself is away this throws, and nothing was counted.
 * @returns whether it is given up
 */
export async function noteFailure(
  host: TaskHost,
  { owner, id: taskId, name, runAt, again, error }: Failure,
): Promise<boolean> {
  const now = host.clock.now(owner);
  let isGivenUp = false;
  await writingWork(
    host.database,
    { actor: systemActor(owner, 'tasks'), now, via: 'tasks', secrets: host.secrets },
    async (work, session) => {
      const note = { id: taskId, runAt, again, error: shortlyTold(error) };
      const { rows } = await session.run(putOff, valuesOf(putOff, note));
      isGivenUp = rows[0]?.attempts === mostAttempts;
      // Telling that telling failed would go on for ever.
      if (!isGivenUp || reactionsTo(taskEvents.givenUp.name).includes(name)) return;
      await work.emit(taskEvents.givenUp, { taskId, name }, { type: 'task', id: taskId });
    },
    host.tell,
  );
  return isGivenUp;
}
