import type { ChangeOf } from '#database/types.generated.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { WorkEntry } from '../contract-work-vocabulary.ts';
import {
  type ComplaintState,
  type ComplaintStep,
  complaintLifecycle,
  complaintSteps,
  type MovingStep,
  openStates,
  type StayingStep,
} from '../lifecycle.ts';
import { dueIn, endClock, hasOtherClock, startClock } from './deadlines.ts';
import { isYours, maySee, statesOf } from './policy.ts';
import { type ComplaintRow, insertEntry, lockComplaint, updateComplaint } from './queries.ts';
import { termsOf } from './terms.ts';

/** Which complaint, and the version that the caller has seen (`If-Match`). */
export interface Taken {
  complaintId: string;
  expectedVersion: number | undefined;
}

interface Doing {
  change: ChangeOf<'complaints'>;
  entry: { words: string; facts?: object };
}

/**
 * Locks a complaint for a step. 404 outside the caller's scope, 412 when someone was faster, 409 when the state does
 * not allow the step, 403 when it is another handler's case.
 */
export async function taken(work: Work, which: Taken, step: ComplaintStep): Promise<ComplaintRow> {
  const row = await lockComplaint(work, which.complaintId);
  if (!row || !maySee(work.actor, row)) throw notFound();
  if (which.expectedVersion !== undefined && which.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  const state = row.state as ComplaintState;
  if (!statesOf(step).includes(state)) {
    const allowed = complaintSteps.filter((each) => statesOf(each).includes(state));
    throw new StepNotAllowed(step, state, allowed);
  }
  if (!isYours(work.actor, step, row)) throw new Problem(403, 'not_your_case');
  return row;
}

/** Takes a step that leaves the state as it is, and puts it on record. */
export async function noted(
  work: Work,
  before: ComplaintRow,
  step: StayingStep | WorkEntry,
  doing: Doing,
): Promise<ComplaintRow> {
  await record(work, before, step, doing.entry);
  return (await updateComplaint(work, before.id, doing.change))!;
}

/** Takes a step into its next state: what was promised there ends, what the next state promises begins. */
export async function moved(
  work: Work,
  before: ComplaintRow,
  step: MovingStep,
  doing: Doing,
): Promise<ComplaintRow> {
  const state = complaintLifecycle.next(step, before.state as ComplaintState);
  await record(work, before, step, doing.entry);
  if (!hasOtherClock(before.state, state)) {
    return (await updateComplaint(work, before.id, { ...doing.change, state }))!;
  }
  const next = { ...before, ...doing.change, state } as ComplaintRow;
  const dueAt = openStates.includes(state)
    ? dueIn(await termsOf(work, before.orgPath), next, work.now)
    : null;
  const after = (await updateComplaint(work, before.id, { ...doing.change, state, dueAt }))!;
  await endClock(work, before, step !== 'closeByException');
  await startClock(work, after, work.now);
  return after;
}

const record = (work: Work, row: ComplaintRow, step: string, entry: Doing['entry']) =>
  insertEntry(work, {
    complaintId: row.id,
    position: row.version,
    step,
    words: entry.words,
    facts: entry.facts ?? {},
    byId: work.actor.kind === 'user' ? work.actor.id : null,
    at: work.now,
  });

export const concerned = (row: ComplaintRow) => ({
  complaintId: row.id,
  customerId: row.customerId,
});
export const aboutComplaint = (row: ComplaintRow) => ({
  type: 'complaint',
  id: row.id,
  orgPath: row.orgPath,
});
