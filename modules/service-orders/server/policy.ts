import type { Permission } from '#modules/people/contract.ts';
import { type Actor, can } from '#platform/actor.ts';
import type { StepState } from '#shared/fields.ts';
import {
  isOpen,
  type OrderState,
  type OrderStep,
  orderLifecycle,
  orderStates,
} from '../lifecycle.ts';

const desk: readonly Permission[] = ['serviceOrders.receive'];
const workshop: readonly Permission[] = ['serviceOrders.work'];

/** Who takes which step: one of these is enough. */
export const permissionsFor: Readonly<Record<OrderStep, readonly Permission[]>> = {
  /** 由专职的报修业务人员负责，必要时可由专职检验员配合 (S2). */
  inspect: ['serviceOrders.receive', 'serviceOrders.inspect'],
  estimate: desk,
  approve: desk,
  handOver: desk,
  start: workshop,
  propose: workshop,
  answer: desk,
  selfCheck: workshop,
  teamCheck: workshop,
  finalInspect: ['serviceOrders.inspect'],
  sendBack: workshop,
  settle: ['serviceOrders.settle'],
  deliver: desk,
  leaveUnrepaired: desk,
  cancel: desk,
};

export const mayTake = (actor: Actor, step: OrderStep, orgPath: string): boolean =>
  permissionsFor[step].some((permission) => can(actor, permission, orgPath));

/** What decides about a step besides the state. */
export interface Progress {
  state: OrderState;
  technicianId: string | null;
  /** Jobs that the customer agreed to, and those of them that are done. */
  jobs: number;
  jobsDone: number;
  /** Additional items that wait for the customer's answer. */
  openItems: number;
  /** Jobs that are with another firm, or back from it and not yet checked. */
  linesOutside: number;
  /** What keeps a settled car from leaving, if something does. */
  keptBy?: string;
}

/** What has to happen before an order reaches a state: the reason why a later step must wait. */
const needed: Readonly<Partial<Record<OrderState, string>>> = {
  inspected: 'needs_inspection',
  estimated: 'needs_estimate',
  approved: 'needs_approval',
  inWork: 'needs_hand_over',
  selfChecked: 'needs_self_check',
  teamChecked: 'needs_team_check',
  ready: 'needs_final_inspection',
  settled: 'needs_settlement',
};

/** No gate is passed, and no car leaves, while a job of it is with another firm. */
const gates: ReadonlySet<OrderStep> = new Set([
  'selfCheck',
  'teamCheck',
  'finalInspect',
  'deliver',
]);

/** What stands in the way although the state would allow it. */
export function obstacleOf(step: OrderStep, progress: Progress): string | undefined {
  if (step === 'answer' && progress.openItems === 0) return 'nothing_to_answer';
  if (step === 'start' && progress.state === 'inWork' && progress.technicianId !== null) {
    return 'already_past';
  }
  if (gates.has(step) && progress.linesOutside > 0) return 'line_outside';
  if (step === 'deliver') return progress.keptBy;
  if (step !== 'selfCheck') return undefined;
  if (progress.openItems > 0) return 'additional_item_open';
  return progress.jobsDone < progress.jobs ? 'jobs_not_done' : undefined;
}

function reasonAgainst(step: OrderStep, progress: Progress): string | undefined {
  const { from } = orderLifecycle.steps[step];
  if (from.includes(progress.state)) return obstacleOf(step, progress);
  if (!isOpen(progress.state)) return 'order_closed';
  const place = orderStates.indexOf(progress.state);
  const first = from.find((state) => orderStates.indexOf(state) > place);
  return first === undefined ? 'already_past' : (needed[first] ?? 'already_past');
}

/** All steps that the person's role has to do with; what is not allowed says why. */
export function stepsFor(actor: Actor, progress: Progress & { orgPath: string }): StepState[] {
  const steps = Object.keys(orderLifecycle.steps) as OrderStep[];
  return steps
    .filter((step) => step !== 'sendBack' && mayTake(actor, step, progress.orgPath))
    .map((step) => {
      const reason = reasonAgainst(step, progress);
      return reason === undefined ? { step, allowed: true } : { step, allowed: false, reason };
    });
}
