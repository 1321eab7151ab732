import { can } from '#platform/actor.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import { checkLife } from '../lifecycle.ts';
import type { CheckRow } from './queries.ts';

type Place = Pick<CheckRow, 'agentId' | 'orgPath' | 'state'>;

export const isOwn = ({ actor }: Work, { agentId }: Pick<CheckRow, 'agentId'>): boolean =>
  actor.kind === 'user' && actor.id === agentId;
/** Who supervises there, and never the work of his own hands. */
export const supervises = (work: Work, row: Place): boolean =>
  !isOwn(work, row) && can(work.actor, 'followUps.supervise', row.orgPath);

/** He himself sees what was found; that it was drawn he does not see. */
export const mayRead = (work: Work, row: Place): boolean =>
  supervises(work, row) || (isOwn(work, row) && row.state !== 'drawn');

/** @throws Problem 403 `check_people_only`: a judgement is a person's */
export function person({ actor }: Work): string {
  if (actor.kind !== 'user') throw new Problem(403, 'check_people_only');
  return actor.id;
}

/** @throws Problem 404 where he neither supervises nor it is his */
export function refuseUnless(isAllowed: boolean): void {
  if (!isAllowed) throw notFound();
}

/** What may be done now, in the order of the screen. */
export function stepsOf(work: Work, row: CheckRow): StepState[] {
  const isHis = isOwn(work, row);
  const allowed: readonly string[] = checkLife.allowed(row.state);
  const offered = isHis ? (['agree', 'disagree'] as const) : (['check', 'decide'] as const);
  const steps: StepState[] = offered
    .filter((step) => allowed.includes(step))
    .map((step) => ({ step, allowed: true }));
  const isToLook = !isHis && row.agreed !== '' && row.lookedAt === null;
  return isToLook ? [...steps, { step: 'look', allowed: true }] : steps;
}
