import { handOver } from '#modules/commitments/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { inScope } from '#platform/actor.ts';
import type { Call } from '#platform/http.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { followUpEvents } from '../events.ts';
import { followUpLifecycle } from '../lifecycle.ts';
import type { CallReason } from '../locales/vocabulary.ts';
import { settle } from './calling.ts';
import { aboutFollowUp, contactRule } from './deadlines.ts';
import {
  type FollowUpRow,
  lockFollowUp,
  plannedFor,
  plannedWithOwner,
  updateFollowUp,
} from './queries.ts';

async function followUpForStep(work: Work, followUpId: string, call: Call): Promise<FollowUpRow> {
  const row = await lockFollowUp(work, followUpId);
  if (!row || !inScope(work.actor, row.orgPath)) throw notFound();
  if (call.expectedVersion !== undefined && call.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** Gives it to another caller; what was promised goes with it. */
export async function assignFollowUp(
  work: Work,
  followUpId: string,
  agentId: string,
  call: Call,
): Promise<FollowUpRow> {
  const row = await followUpForStep(work, followUpId, call);
  followUpLifecycle.next('assign', row.state);
  const callers = await employeesWith(work, 'followUps.call', row.orgPath);
  if (!callers.some(({ id }) => id === agentId)) throw ruleBroken('/agentId', 'agent_cannot_call');
  const after = await updateFollowUp(work, row.id, { agentId });
  await handOver(work, contactRule, { type: 'followUp', id: row.id }, agentId);
  await work.emit(followUpEvents.assigned, { followUpId, agentId }, aboutFollowUp(after));
  return after;
}

export async function cancelFollowUp(
  work: Work,
  followUpId: string,
  reason: string,
  call: Call,
): Promise<FollowUpRow> {
  const row = await followUpForStep(work, followUpId, call);
  const state = followUpLifecycle.next('cancel', row.state);
  return settle(work, row, { state, endReason: reason, nextTryAt: null });
}

/** Who sold his car is not called about it any more (ARC-05); the reason stands with each call that was planned. */
export async function cancelForSoldCar(
  work: Work,
  vehicleId: string,
  formerOwnerId: string,
): Promise<void> {
  await cancelAll(work, await plannedWithOwner(work, vehicleId, formerOwnerId), 'soldCar');
}

/** Processing is restricted (PIPL art. 44): the calls that were planned are not made; matters that he raised go on. */
export async function cancelCallsOf(work: Work, customerId: string): Promise<void> {
  await cancelAll(work, await plannedFor(work, customerId), 'restricted');
}

/** Ends what was planned, each with the same reason. */
export async function cancelAll(
  work: Work,
  rows: readonly FollowUpRow[],
  endReason: CallReason | 'restricted' | 'cameBack' | 'reminderOff' | 'wishesNone',
): Promise<void> {
  for (const row of rows) {
    const state = followUpLifecycle.next('cancel', row.state);
    await settle(work, row, { state, endReason, nextTryAt: null });
  }
}
