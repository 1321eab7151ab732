import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import { type ComplaintState, complaintSteps } from '../lifecycle.ts';
import { isYours, maySee, statesOf } from './policy.ts';
import { type ComplaintRow, lockComplaint } from './queries.ts';
import { type TaskRow, tasksOf } from './queries-work.ts';
import type { Taken } from './taking.ts';

/**
 * Locks a complaint for the work on it, with the record below it that the address names. 404 where one of them is not
 * there for the caller, then 412 when someone was faster.
 */
export async function takenWith<Below>(
  work: Work,
  which: Taken,
  find: (row: ComplaintRow) => Promise<Below | undefined>,
): Promise<{ before: ComplaintRow; below: Below }> {
  const before = await lockComplaint(work, which.complaintId);
  if (!before || !maySee(work.actor, before)) throw notFound();
  const below = await find(before);
  if (below === undefined) throw notFound();
  if (which.expectedVersion !== undefined && which.expectedVersion !== before.version) {
    throw new Problem(412, 'version_stale');
  }
  return { before, below };
}

/** Tasks are given while it is open; a solution is offered where one is due. */
export function refuseUnlessIn(row: ComplaintRow, states: readonly ComplaintState[]): void {
  const state = row.state as ComplaintState;
  if (states.includes(state)) return;
  const allowed = complaintSteps.filter((each) => statesOf(each).includes(state));
  throw new StepNotAllowed('propose', state, allowed);
}

/** The handler's, or a supervisor's. @throws Problem 403 `not_your_case` */
export function refuseUnlessYours(work: Work, row: ComplaintRow): void {
  if (!isYours(work.actor, 'assign', row)) throw new Problem(403, 'not_your_case');
}

export const openAmong = (tasks: readonly Pick<TaskRow, 'state'>[]): number =>
  tasks.filter(({ state }) => state === 'open').length;

/** How many tasks are under way now. */
export const countOpen = async (work: Work, complaintId: string): Promise<number> =>
  openAmong(await tasksOf(work, complaintId));
