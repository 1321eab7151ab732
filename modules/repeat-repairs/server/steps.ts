import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { leaveRepeat, takeAsRepeat } from '#modules/service-orders/server/index.ts';
import { can } from '#platform/actor.ts';
import { forbidden, notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { repeatRepairRoutes } from '../contract.ts';
import { repeatRepairEvents } from '../events.ts';
import { causes, repeatLife } from '../lifecycle.ts';
import { aboutRepeat, isJudged, promiseProof } from './deadlines.ts';
import { jobsOf, lockRepeat, type RepeatRow, shownRowOf, updateRepeat } from './queries.ts';

type Body<Name extends 'confirm' | 'decline' | 'judge'> = BodyOf<(typeof repeatRepairRoutes)[Name]>;

export interface AskedRepeat {
  repeatRepairId: string;
  /** The version that the caller has seen, if he said so. */
  expectedVersion?: number;
}

/**
 * It is a repeat repair: the order is linked to the one that it repeats, and what belongs to it is the house's to pay.
 * @throws Problem 409 `step_not_allowed`, `order_closed`, `repeat_settled`; 422 `repeat_job_unknown`, `repeat_not_free`
 */
export async function confirm(work: Work, asked: AskedRepeat, body: Body<'confirm'>) {
  const row = await take(work, asked, 'serviceOrders.receive');
  const state = repeatLife.next('confirm', row.state);
  const job = await jobNamed(work, row, body.lineId);
  const freeLineIds = (body.freeLines ?? []).map(({ lineId }) => lineId);
  const { earlierOrderId } = row;
  await takeAsRepeat(work, row.orderId, { earlierOrderId, freeLineIds });
  const isFirst = row.state === 'proposed';
  const after = (await updateRepeat(work, row.id, {
    state,
    ...job,
    ...(body.symptom !== undefined && { symptom: body.symptom.trim() }),
    ...(isFirst && decided(work)),
  }))!;
  await work.emit(repeatRepairEvents.confirmed, concerned(after), aboutRepeat(after));
  if (!isFirst) return row.orderId;
  const shown = await shownRowOf(work, row.orderId);
  await promiseProof(work, after, shown?.plate ?? '');
  return row.orderId;
}

async function jobNamed(work: Work, row: RepeatRow, lineId: string | undefined) {
  if (lineId === undefined) return {};
  const job = (await jobsOf(work, row.earlierOrderId)).find((one) => one.lineId === lineId);
  if (!job) throw ruleBroken('/lineId', 'repeat_job_unknown');
  const technicianId = job.technicianId ?? row.technicianId;
  return { lineId, job: job.description, technicianId };
}

/** It is none, and why. */
export async function decline(work: Work, asked: AskedRepeat, { reason }: Body<'decline'>) {
  const row = await take(work, asked, 'serviceOrders.receive');
  const state = repeatLife.next('decline', row.state);
  const change = { state, reason: reason.trim(), ...decided(work) };
  const after = (await updateRepeat(work, row.id, change))!;
  await work.emit(repeatRepairEvents.declined, concerned(after), aboutRepeat(after));
  return row.orderId;
}

/**
 * Why the repair did not hold. Another cause than the repair has to be proved in words within three days of the return;
 * after that it stays free of charge (机动车维修管理规定 art. 37).
 * @throws Problem 409 `repeat_proof_late`, 422 `repeat_evidence_needed`
 */
export async function judge(work: Work, asked: AskedRepeat, body: Body<'judge'>) {
  const row = await take(work, asked, 'serviceOrders.receive', 'serviceOrders.inspect');
  const { causeKind } = body;
  const { isOurs } = causes[causeKind];
  const state = repeatLife.next(isOurs ? 'recordCause' : 'proveOther', row.state);
  const cause = (body.cause ?? '').trim();
  if (!isOurs && work.now > row.proofDueAt) {
    const until = `${dateIn(zoneOfTenant, row.proofDueAt)} ${timeIn(zoneOfTenant, row.proofDueAt)}`;
    throw new Problem(409, 'repeat_proof_late', { until });
  }
  if (!isOurs && cause === '') throw ruleBroken('/cause', 'repeat_evidence_needed');
  const after = (await updateRepeat(work, row.id, {
    ...{ state, causeKind, cause },
    judgedBy: me(work),
    judgedAt: work.now,
  }))!;
  const event = isOurs ? 'causeRecorded' : 'otherCauseProved';
  await work.emit(
    repeatRepairEvents[event],
    { ...concerned(after), causeKind },
    aboutRepeat(after),
  );
  await isJudged(work, after);
  if (!isOurs) await leaveRepeat(work, row.orderId);
  return row.orderId;
}

async function take(work: Work, asked: AskedRepeat, ...oneOf: string[]): Promise<RepeatRow> {
  const row = await lockRepeat(work, asked.repeatRepairId);
  if (!row) throw notFound();
  if (!oneOf.some((permission) => can(work.actor, permission, row.orgPath)))
    throw forbidden(oneOf[0]);
  if (asked.expectedVersion !== undefined && row.version !== asked.expectedVersion) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

const me = ({ actor }: Work) => (actor.kind === 'user' ? actor.id : null);
const decided = (work: Work) => ({
  decidedBy: me(work),
  decidedAt: work.now,
  decidedOn: dateIn(zoneOfTenant, work.now),
});
const concerned = ({ id, orderId, earlierOrderId }: RepeatRow) => ({
  repeatRepairId: id,
  orderId,
  earlierOrderId,
});
