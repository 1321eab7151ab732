import { can } from '#platform/actor.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { HealthRecord, ListedRecord } from '../contract.ts';
import { recordLife } from '../lifecycle.ts';
import { isSettled } from './preparing.ts';
import { factsOf, type ListedRow, shownRowOf, type WholeRow } from './queries.ts';
import { platformAt } from './setting.ts';

/** One of the list, as it goes out. */
export function presentListed(row: ListedRow): ListedRecord {
  const { orgPath, createdAt: _, ...shown } = row;
  const { nextTryAt, settledAt, acceptedAt } = wire(row);
  return placed({ ...shown, nextTryAt, settledAt, acceptedAt }, orgPath);
}

function present(work: Work, { answers, ...row }: WholeRow): HealthRecord {
  const isLeft = recordLife.allowed(row.state).includes('queue');
  const maySend = isLeft && can(work.actor, 'serviceOrders.settle', row.orgPath);
  return placed({ ...presentListed(row), answers, maySend }, row.orgPath);
}

export async function shownOfOrder(work: Work, orderId: string) {
  const facts = await factsOf(work, orderId);
  if (!facts) throw notFound();
  const row = await shownRowOf(work, orderId);
  if (row) return { healthRecord: present(work, row), mayPrepare: false };
  const isOn = (await platformAt(work, facts.orgPath))?.isOn === true;
  const mayPrepare =
    isOn && isSettled(facts) && can(work.actor, 'serviceOrders.settle', facts.orgPath);
  return { healthRecord: null, mayPrepare };
}
