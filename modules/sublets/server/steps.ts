import { giveLineOut, lineCameBack } from '#modules/service-orders/server/index.ts';
import { can } from '#platform/actor.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { subletRoutes } from '../contract.ts';
import { subletEvents } from '../events.ts';
import { subletLife } from '../lifecycle.ts';
import { aboutSublet, cameBack, comesNoMore, promiseBack } from './deadlines.ts';
import { partnerFor } from './partners.ts';
import {
  attemptsOf,
  insertSublet,
  lockSublet,
  orderWithJobs,
  type SubletRow,
  updateSublet,
} from './queries.ts';

type Body<Name extends 'give' | 'postpone' | 'check' | 'callOff'> = BodyOf<
  (typeof subletRoutes)[Name]
>;

export interface AskedSublet {
  subletId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

const desk = 'serviceOrders.receive';
const workshop = 'serviceOrders.work';

/**
 * A job that the customer agreed to goes to another firm: what it is to do, for how much, until when (WSH-05).
 * @throws Problem 409 `step_not_allowed`, `line_not_approved`, `line_done`, `line_outside`; 422 `promise_past`, `line_unknown`,
 * `sublet_partner_unknown`, `sublet_partner_unqualified`
 */
export async function give(
  work: Work,
  { orderId, expectedVersion }: { orderId: string; expectedVersion?: number },
  body: Body<'give'>,
): Promise<string> {
  const dueAt = futureOf(work, body.dueAt);
  const { order } = await giveLineOut(work, { orderId, expectedVersion, lineId: body.lineId });
  const partner = await partnerFor(work, body.partnerId);
  const row = await insertSublet(work, {
    orgUnitId: order.orgUnitId,
    orgPath: order.orgPath,
    orderId,
    lineId: body.lineId,
    partnerId: partner.id,
    attempt: (await attemptsOf(work, body.lineId)) + 1,
    asked: body.asked.trim(),
    agreedFen: body.agreedFen,
    givenBy: me(work),
    givenAt: work.now,
    dueAt,
  });
  await tell(work, 'given', row);
  await promiseBack(work, row, await plateOf(work, orderId));
  return row.id;
}

/** Promised for another time; the clock moves, and a time that was missed stays missed. */
export async function postpone(work: Work, asked: AskedSublet, body: Body<'postpone'>) {
  const row = await take(work, asked, desk);
  subletLife.next('postpone', row.state);
  const dueAt = futureOf(work, body.dueAt);
  const after = (await updateSublet(work, row.id, { dueAt, reason: body.reason.trim() }))!;
  await tell(work, 'postponed', after);
  await promiseBack(work, after, await plateOf(work, row.orderId));
}

/** It is back: it counts as done only when somebody of the workshop has looked at it. */
export async function takeBack(work: Work, asked: AskedSublet): Promise<void> {
  const row = await take(work, asked, desk, workshop);
  const state = subletLife.next('takeBack', row.state);
  const after = (await updateSublet(work, row.id, { state, backBy: me(work), backAt: work.now }))!;
  await lineCameBack(work, row, 'unchecked');
  await tell(work, 'takenBack', after);
  await cameBack(work, after);
}

/**
 * Passed, the job is done; failed, it is to be done again, there or elsewhere or here.
 * @throws Problem 422 `reason_needed` where it failed without a word
 */
export async function check(work: Work, asked: AskedSublet, body: Body<'check'>): Promise<void> {
  const row = await take(work, asked, workshop, 'serviceOrders.inspect');
  const state = subletLife.next(body.passed ? 'pass' : 'fail', row.state);
  const finding = (body.finding ?? '').trim();
  if (!body.passed && finding === '') throw ruleBroken('/finding', 'reason_needed');
  const by = { checkedBy: me(work), checkedAt: work.now };
  const after = (await updateSublet(work, row.id, { state, finding, ...by }))!;
  await lineCameBack(work, row, body.passed ? 'done' : 'undone');
  await tell(work, body.passed ? 'passed' : 'failed', after);
}

/** Taken away undone, for a reason. */
export async function callOff(work: Work, asked: AskedSublet, body: Body<'callOff'>) {
  const row = await take(work, asked, desk);
  const state = subletLife.next('callOff', row.state);
  const after = (await updateSublet(work, row.id, { state, reason: body.reason.trim() }))!;
  await lineCameBack(work, row, 'undone');
  await tell(work, 'calledOff', after);
  await comesNoMore(work, after);
}

/** Holds a sublet for a change. @throws Problem 404, 403, 412 */
export async function take(
  work: Work,
  { subletId, expectedVersion }: AskedSublet,
  ...oneOf: string[]
): Promise<SubletRow> {
  const row = await lockSublet(work, subletId);
  if (!row) throw notFound();
  if (!oneOf.some((permission) => can(work.actor, permission, row.orgPath)))
    throw forbidden(oneOf[0]);
  if (expectedVersion !== undefined && row.version !== expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

export const me = ({ actor }: Work) => (actor.kind === 'user' ? actor.id : null);

export const tell = (work: Work, what: keyof typeof subletEvents, row: SubletRow) => {
  const { id: subletId, orderId, partnerId } = row;
  return work.emit(subletEvents[what], { subletId, orderId, partnerId }, aboutSublet(row));
};

const plateOf = async (work: Work, orderId: string) =>
  (await orderWithJobs(work, orderId))?.plate ?? '';

function futureOf(work: Work, text: string): Date {
  const dueAt = new Date(text);
  if (dueAt <= work.now) throw ruleBroken('/dueAt', 'promise_past');
  return dueAt;
}
