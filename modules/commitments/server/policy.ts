import { type Actor, can } from '#platform/actor.ts';
import { forbidden } from '#platform/problem.ts';
import type { CommitmentRow } from './queries.ts';
import { ruleOf, supervisionOf } from './rules.ts';

/** Those who supervise see everybody's promises in their scope; others see their own. */
export const supervises = (actor: Actor): boolean =>
  can(actor, 'followUps.supervise') || can(actor, 'complaints.supervise');

/** "Why this time?" may be asked by whoever answers for it and by those who see such records at all. */
export function refuseSeeing(actor: Actor, row: CommitmentRow): void {
  const seeing = supervisionOf(ruleOf(row.rule)).replace(/\.\w+$/, '.see');
  if (row.ownerId !== actor.id && !can(actor, seeing, row.orgPath)) throw forbidden(seeing);
}

/** A clock is stopped by those who supervise it, never by the one who is late. */
export function refuseStopping(actor: Actor, row: CommitmentRow): void {
  const needed = supervisionOf(ruleOf(row.rule));
  if (!can(actor, needed, row.orgPath)) throw forbidden(needed);
}
