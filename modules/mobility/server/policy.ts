import { type Actor, can } from '#platform/actor.ts';
import { Problem } from '#platform/problem.ts';
import type { StepState } from '#shared/fields.ts';
import { type TripKind, type TripState, type TripStep, tripLife, tripPaths } from '../lifecycle.ts';

interface Case {
  orgPath: string;
  kind: TripKind;
  state: TripState;
  driverId: string | null;
}
const desk = 'serviceOrders.receive';
const isAtDesk = (actor: Actor, { orgPath }: Pick<Case, 'orgPath'>) => can(actor, desk, orgPath);
const isDriver = (actor: Actor, { driverId }: Pick<Case, 'driverId'>) =>
  actor.kind === 'user' && actor.id === driverId;

/** Its driver goes it; the desk notes what a driver says on the telephone. */
export function refuseUnlessHis(actor: Actor, row: Case): void {
  if (!isDriver(actor, row) && !isAtDesk(actor, row)) throw new Problem(403, 'trip_not_yours');
}

/** Whether a step is a part of this kind of trip at all, from where it stands now. */
export function leadsOn(step: TripStep, { kind, state }: Pick<Case, 'kind' | 'state'>): boolean {
  const path = tripPaths[kind];
  if (step === 'takeOver' && !path.takeOver) return false;
  if (step === 'finish' && !path.finish[state]) return false;
  return tripLife.steps[step].from.includes(state);
}

const driverSteps = ['setOut', 'arrive', 'takeOver', 'finish', 'fail'] as const;
const deskSteps = ['assign', 'cancel'] as const;

/** What a person may press, in the order of the way; what is not its turn is not shown, for a thumb needs few buttons. */
export function stepsFor(actor: Actor, row: Case): StepState[] {
  const atDesk = isAtDesk(actor, row);
  const his = atDesk || isDriver(actor, row);
  return [...(his ? driverSteps : []), ...(atDesk ? deskSteps : [])]
    .filter((step) => leadsOn(step, row))
    .map((step) => ({ step, allowed: true }));
}
