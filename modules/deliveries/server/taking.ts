import { type Actor, can } from '#platform/actor.ts';
import { forbidden, notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type Answer, unanswered } from '../contract.ts';
import { deliveryPackEvents } from '../events.ts';
import { lockPack, type PackRow, photosOf, updatePack } from './queries.ts';

export interface Asked {
  deliveryPackId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

const desk = 'serviceOrders.receive';
export const aboutPack = ({ id, orgPath }: Pick<PackRow, 'id' | 'orgPath'>) => ({
  type: 'deliveryPack',
  id,
  orgPath,
});
export const toldOf = ({ id, orderId }: Pick<PackRow, 'id' | 'orderId'>) => ({
  deliveryPackId: id,
  orderId,
});

export function refuseUnlessAtDesk(actor: Actor, orgPath: string): void {
  if (!can(actor, desk, orgPath)) throw forbidden(desk);
}

/** Locks one that is not signed: it exists here (404), one may (403), it is as seen (412), it may change (409). */
export async function takeOpenPack(work: Work, asked: Asked) {
  const row = await lockPack(work, asked.deliveryPackId);
  if (!row) throw notFound();
  refuseUnlessAtDesk(work.actor, row.orgPath);
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  if (row.state === 'signed') throw new Problem(409, 'delivery_signed');
  return row;
}

export const itemOf = ({ items }: Pick<PackRow, 'items'>, key: string) =>
  items.find((one) => one.key === key);

/** As it is written down, for who judges what is lacking. */
export async function writtenOf(work: Work, row: PackRow) {
  const shown = new Set((await photosOf(work, row.id)).map(({ itemKey }) => itemKey));
  return {
    items: row.items,
    answerOf: (key: string): Answer => row.answers[key] ?? unanswered,
    hasPhoto: (key: string) => shown.has(key),
  };
}

/** The employee who acts; nobody when a program does. */
export const personOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);

/** A photo raises the version like a field does, so that every open screen fetches it. */
export async function noteChange(work: Work, row: PackRow, what: string): Promise<void> {
  await updatePack(work, row.id, {});
  await work.emit(deliveryPackEvents.changed, { ...toldOf(row), what }, aboutPack(row));
}
