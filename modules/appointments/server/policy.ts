import { type Actor, can } from '#platform/actor.ts';
import type { StepState } from '#shared/fields.ts';
import { type AppointmentState, appointmentLife, stayingSteps } from '../lifecycle.ts';

interface Case {
  orgPath: string;
  state: AppointmentState;
}
/** What a person may press, in the order of a morning. What becomes an order does so at reception. */
const shownSteps = ['confirm', 'arrive', 'take', 'call', 'move', 'cancel'] as const;
type Shown = (typeof shownSteps)[number];

const statesOf = (step: Shown): readonly AppointmentState[] =>
  step in stayingSteps
    ? stayingSteps[step as keyof typeof stayingSteps]
    : appointmentLife.steps[step as Exclude<Shown, keyof typeof stayingSteps>].from;
/** Steps that nobody asks after unless they are possible. */
const onlyWhenPossible: readonly Shown[] = ['take', 'call', 'confirm'];

/** Whoever receives cars books them; `lockAppointment` keeps to the caller's places. */
export function stepsFor(actor: Actor, { orgPath, state }: Case): StepState[] {
  if (!can(actor, 'serviceOrders.receive', orgPath)) return [];
  return shownSteps
    .map((step) => ({ step, allowed: statesOf(step).includes(state) }))
    .filter(({ step, allowed }) => allowed || !onlyWhenPossible.includes(step))
    .map(({ step, allowed }) =>
      allowed ? { step, allowed } : { step, allowed, reason: `is_${state}` },
    );
}
