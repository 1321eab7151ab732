import { type Actor, can, inScope } from '#platform/actor.ts';
import type { StepState } from '#shared/fields.ts';
import {
  type ComplaintState,
  type ComplaintStep,
  complaintLifecycle,
  complaintSteps,
  type Gate,
  gateParts,
  stayingSteps,
} from '../lifecycle.ts';
import { receiptStateOf } from './receipt-state.ts';

interface Case {
  orgPath: string;
  state: string;
  handlerId: string | null;
  openPoints: number;
  measure: string;
  openTasks: number;
  toldAt: Date | null;
  satisfaction: string | null;
  lesson: string;
  isAnonymous: boolean;
  receiptDueAt: Date | null;
  receiptToldAt: Date | null;
}

/** Whether the caller may know of it at all; `seenComplaint` in queries.ts is the same as a filter: change both. */
export const maySee = (actor: Actor, row: Pick<Case, 'orgPath'>): boolean =>
  inScope(actor, row.orgPath);

/** Steps that belong to whoever handles the case, or to a supervisor. */
const ofTheHandler: readonly ComplaintStep[] = [
  'assign',
  'investigate',
  'propose',
  'reportBack',
  'noteLesson',
  'close',
  'watch',
];

export const isYours = (
  actor: Actor,
  step: ComplaintStep,
  row: Pick<Case, 'handlerId' | 'orgPath'>,
): boolean =>
  !ofTheHandler.includes(step) ||
  row.handlerId === null ||
  row.handlerId === actor.id ||
  can(actor, 'complaints.supervise', row.orgPath);

/** The closed loop (CMP-11): the cause is known once every point is judged (CMP-06). A customer who was never reached has not been asked. */
export const gateOf = (row: Case): Gate => ({
  cause: row.openPoints === 0,
  measure: row.measure !== '',
  tasks: row.openTasks === 0,
  told: row.toldAt !== null,
  satisfaction: row.satisfaction === 'satisfied' || row.satisfaction === 'acceptable',
  lesson: row.lesson !== '',
});
export const missingIn = (gate: Gate) => gateParts.filter((part) => !gate[part]);

export const statesOf = (step: ComplaintStep): readonly ComplaintState[] =>
  step in stayingSteps
    ? stayingSteps[step as keyof typeof stayingSteps]
    : complaintLifecycle.steps[step as keyof typeof complaintLifecycle.steps].from;

/** What has to happen first while a complaint stands in a state. */
const waitsFor: Record<ComplaintState, string> = {
  received: 'needs_acknowledge',
  acknowledged: 'needs_investigate',
  investigating: 'needs_propose',
  resolving: 'needs_reportBack',
  feedback: 'needs_close',
  closed: 'needs_watch',
  monitoring: 'is_closed',
};

/** Why the state does not allow a step; `undefined` when it does. */
function notInState(step: ComplaintStep, state: ComplaintState): string | undefined {
  const from = statesOf(step);
  if (from.includes(state)) return undefined;
  const order = complaintLifecycle.states;
  const isPast = order.indexOf(state) > Math.max(...from.map((each) => order.indexOf(each)));
  if (!isPast) return waitsFor[state];
  return state === 'closed' || state === 'monitoring' ? 'is_closed' : 'done_already';
}

/** Why a caller cannot take a step now, as a code that the module's words explain. */
function whyNot(actor: Actor, step: ComplaintStep, row: Case): string | undefined {
  const stateSays = notInState(step, row.state as ComplaintState);
  if (stateSays) return stateSays;
  if (!isYours(actor, step, row)) return 'not_your_case';
  if (step === 'tellReceived' && receiptStateOf(row) !== 'due') return 'receipt_settled';
  const missing = step === 'close' ? missingIn(gateOf(row)) : [];
  return missing.length > 0 ? `gate_${missing.join('_')}` : undefined;
}

/** Every step that the caller's role has to do with, allowed or not. */
export function stepsFor(actor: Actor, row: Case): StepState[] {
  if (!can(actor, 'complaints.handle', row.orgPath)) return [];
  return complaintSteps
    .filter(
      (step) => step !== 'closeByException' || can(actor, 'complaints.supervise', row.orgPath),
    )
    .map((step) => {
      const reason = whyNot(actor, step, row);
      return reason === undefined ? { step, allowed: true } : { step, allowed: false, reason };
    });
}
