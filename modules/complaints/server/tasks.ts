import {
  cancelPromise,
  defineRule,
  keep,
  notify,
  promise,
} from '#modules/commitments/server/index.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { complaintRoutes } from '../contract.ts';
import { complaintTaskLife } from '../contract-work-vocabulary.ts';
import { complaintEvents } from '../events.ts';
import { openStates } from '../lifecycle.ts';
import { type ComplaintRow, lockComplaint } from './queries.ts';
import {
  insertTasks,
  ownTask,
  type TaskRow,
  tasksOf,
  updateTask,
  workingThere,
} from './queries-work.ts';
import { aboutComplaint, concerned, noted, type Taken } from './taking.ts';
import { countOpen, openAmong, refuseUnlessIn, refuseUnlessYours, takenWith } from './working.ts';

type Body<Name extends 'giveTask' | 'endTask' | 'endOwnTask'> = BodyOf<
  (typeof complaintRoutes)[Name]
>;

const mostTasks = 150;
const rule = defineRule({
  key: 'complaints.task',
  source: '投诉任务交办时约定的时限',
  term: { kind: 'until' },
  warnBeforeMinutes: 240,
  ladder: [
    { afterMinutes: 0, permission: 'complaints.supervise' },
    { afterMinutes: 1440, permission: 'organisation.manage' },
  ],
});

/** A colleague of any department gets a piece of the work, or is asked for his statement (CMP-05, CMP-06). */
export async function giveTask(work: Work, which: Taken, body: Body<'giveTask'>) {
  const { before, below: tasks } = await takenWith(work, which, ({ id }) => tasksOf(work, id));
  refuseUnlessIn(before, openStates);
  refuseUnlessYours(work, before);
  const { purpose, what, ownerId } = body;
  const dueAt = new Date(body.dueAt);
  await refuseUnfit(work, before, tasks, [{ ownerId, dueAt, at: '' }]);
  const id = newId(work.now);
  const task = { id, complaintId: before.id, purpose, what, ownerId, dueAt };
  const place = { orgUnitId: before.orgUnitId, orgPath: before.orgPath };
  await insertTasks(work, [{ ...task, ...place, state: 'open' }]);
  await noted(work, before, 'giveTask', {
    change: { openTasks: openAmong(tasks) + 1 },
    entry: { words: what, facts: { purpose, ownerId } },
  });
  await beginTask(work, before, { id, ownerId, dueAt, what });
}

interface Fit {
  ownerId: string;
  dueAt: Date;
  /** Where in the body it stands. */
  at: string;
}
/** @throws Problem 409 `tasks_too_many`, 422 `owner_unknown`, `due_past` */
export async function refuseUnfit(
  work: Work,
  { orgPath }: ComplaintRow,
  tasks: readonly TaskRow[],
  given: readonly Fit[],
): Promise<void> {
  if (tasks.length + given.length > mostTasks) throw new Problem(409, 'tasks_too_many');
  const owners = given.map(({ ownerId }) => ownerId);
  const fit = await workingThere(work, owners, orgPath);
  for (const { ownerId, dueAt, at } of given) {
    if (!fit.has(ownerId)) throw ruleBroken(`${at}/ownerId`, 'owner_unknown');
    if (dueAt <= work.now) throw ruleBroken(`${at}/dueAt`, 'due_past');
  }
}

type Begun = Pick<TaskRow, 'id' | 'ownerId' | 'dueAt' | 'what'>;
/** Its clock starts and its owner is told. */
export async function beginTask(work: Work, row: ComplaintRow, task: Begun): Promise<void> {
  const about = { type: 'complaintTask', id: task.id };
  const { dueAt, ownerId, what } = task;
  const minutes = Math.max(0, Math.round((dueAt.getTime() - work.now.getTime()) / 60_000));
  const span = { from: work.now.toISOString(), to: dueAt.toISOString(), minutes };
  await promise(work, {
    ...{ rule, about, ownerId, dueAt, orgUnitId: row.orgUnitId, orgPath: row.orgPath },
    sum: [{ kind: 'counted', ...span, note: '' }],
    subject: `${row.number} ${what}`,
  });
  const data = { ...concerned(row), taskId: task.id, ownerId };
  await work.emit(complaintEvents.taskGiven, data, aboutComplaint(row));
  if (ownerId === work.actor.id) return;
  await notify(work, [ownerId], {
    kind: 'complaints.taskGiven',
    about,
    facts: { number: row.number, what, by: work.actor.name },
    key: `complaints.task.${task.id}`,
  });
}

/** What came of a task, by whoever handles the complaint or has the task. */
export async function endTask(
  work: Work,
  { taskId, ...which }: Taken & { taskId: string },
  { outcome, result }: Body<'endTask'>,
): Promise<void> {
  const { before, below: task } = await takenWith(work, which, async ({ id }) =>
    (await tasksOf(work, id)).find((each) => each.id === taskId),
  );
  if (task.ownerId !== work.actor.id) refuseUnlessYours(work, before);
  await ended(work, before, task, outcome, result);
}

/** The same by its owner, who need not see complaints at all. */
export async function endOwnTask(
  work: Work,
  taskId: string,
  expectedVersion: number | undefined,
  { outcome, result }: Body<'endOwnTask'>,
): Promise<void> {
  const mine = await ownTask(work, taskId);
  const row = mine && (await lockComplaint(work, mine.complaintId));
  // Read again: until the lock was had, another may have ended it.
  const task = row && (await ownTask(work, taskId));
  if (!row || !task) throw notFound();
  if (expectedVersion !== undefined && expectedVersion !== task.version) {
    throw new Problem(412, 'version_stale');
  }
  await ended(work, row, task, outcome, result);
}

const steps = { done: 'finish', refused: 'refuse', dropped: 'drop' } as const;

async function ended(
  work: Work,
  before: ComplaintRow,
  task: TaskRow,
  outcome: keyof typeof steps,
  result: string,
): Promise<void> {
  if (task.state !== 'open') throw new Problem(409, 'task_ended');
  if (outcome === 'refused' && task.purpose !== 'statement') {
    throw ruleBroken('/outcome', 'not_a_statement');
  }
  const person = work.actor.kind === 'user' ? work.actor.id : null;
  const state = complaintTaskLife.next(steps[outcome], task.state);
  await updateTask(work, task.id, { state, result, endedAt: work.now, endedBy: person });
  const after = await noted(work, before, 'endTask', {
    change: { openTasks: await countOpen(work, before.id) },
    entry: { words: result, facts: { what: task.what, outcome, purpose: task.purpose } },
  });
  const about = { type: 'complaintTask', id: task.id };
  if (outcome === 'dropped') await cancelPromise(work, rule, about);
  else await keep(work, rule, about);
  const data = { ...concerned(after), taskId: task.id, outcome };
  await work.emit(complaintEvents.taskEnded, data, aboutComplaint(after));
  if (after.handlerId === work.actor.id) return;
  await notify(work, [after.handlerId], {
    kind: 'complaints.taskEnded',
    about: { type: 'complaint', id: after.id },
    facts: { number: after.number, what: task.what, by: work.actor.name },
    key: `complaints.task.${task.id}.ended`,
  });
}

/**
 * Nobody is held responsible before he has spoken (CMP-06): a statement that is asked for must be given or refused, or
 * its term be over. @throws Problem 409 `statement_outstanding`
 */
export async function refuseWhileAsked(work: Work, { id }: ComplaintRow): Promise<void> {
  const isAwaited = ({ purpose, state, dueAt }: TaskRow) =>
    purpose === 'statement' && state === 'open' && dueAt > work.now;
  if ((await tasksOf(work, id)).some(isAwaited)) throw new Problem(409, 'statement_outstanding');
}
