import { type Actor, can } from '#platform/actor.ts';
import type { StepState } from '#shared/fields.ts';
import { followUpLifecycle, type MatterState, matterLifecycle } from '../lifecycle.ts';
import type { Quiet } from './calling-hours.ts';
import type { FollowUpRow, MatterRow } from './queries.ts';

/** Whether someone else is dialling this moment. */
export const isLockedByOther = (
  actor: Actor,
  row: Pick<FollowUpRow, 'lockedBy' | 'lockedUntil'>,
  now: Date,
): boolean =>
  row.lockedBy !== null &&
  row.lockedBy !== actor.id &&
  row.lockedUntil !== null &&
  row.lockedUntil > now;

export const holdsLock = (
  actor: Actor,
  row: Pick<FollowUpRow, 'lockedBy' | 'lockedUntil'>,
  now: Date,
): boolean => row.lockedBy === actor.id && row.lockedUntil !== null && row.lockedUntil > now;

/** What may be done with a follow-up, in the order of the screen. */
export function followUpSteps(
  actor: Actor,
  row: Pick<FollowUpRow, 'state' | 'orgPath' | 'lockedBy' | 'lockedUntil'>,
  quiet: Quiet | undefined,
  now: Date,
): StepState[] {
  const isOpen = followUpLifecycle.allowed(row.state).length > 0;
  const ended = isOpen ? undefined : 'already_ended';
  const mayCall = can(actor, 'followUps.call', row.orgPath) ? undefined : 'role_cannot_call';
  const locked = isLockedByOther(actor, row, now) ? 'locked_by_colleague' : undefined;
  const resting = quiet && !holdsLock(actor, row, now) ? `quiet_${quiet.code}` : undefined;
  const supervises = can(actor, 'followUps.supervise', row.orgPath);
  return [
    stepState('lock', ended ?? mayCall ?? locked ?? resting),
    stepState('record', ended ?? mayCall ?? locked ?? resting),
    ...(supervises ? [stepState('assign', ended), stepState('cancel', ended)] : []),
  ];
}

/** What may be done with a matter. Whoever may call may solve and tell; only the supervisor drops one. */
export function matterSteps(actor: Actor, row: Pick<MatterRow, 'state' | 'orgPath'>): StepState[] {
  const state = row.state as MatterState;
  const mayCall = can(actor, 'followUps.call', row.orgPath) ? undefined : 'role_cannot_call';
  const reasonFor = (step: 'solve' | 'tell' | 'drop') => {
    if (matterLifecycle.steps[step].from.some((from) => from === state)) return undefined;
    if (state === 'told' || state === 'dropped') return 'matter_closed';
    return step === 'tell' ? 'needs_solution' : 'already_solved';
  };
  return [
    stepState('solve', reasonFor('solve') ?? mayCall),
    stepState('tell', reasonFor('tell') ?? mayCall),
    ...(can(actor, 'followUps.supervise', row.orgPath)
      ? [stepState('drop', reasonFor('drop'))]
      : []),
  ];
}

const stepState = (step: string, reason: string | undefined): StepState =>
  reason === undefined ? { step, allowed: true } : { step, allowed: false, reason };
