import {
  cancelPromise,
  commitmentsAbout,
  defineRule,
  handOver,
  keep,
  promise,
} from '#modules/commitments/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import { changesBetween } from '#platform/audit/recording.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, instantAt } from '#shared/dates.ts';
import type { StepState } from '#shared/fields.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Measure, measureRoutes } from '../contract.ts';
import { measureEvents } from '../events.ts';
import { type MeasureState, measureLife } from '../lifecycle.ts';
import { placeOf, today } from './analysis.ts';
import { effectsOf } from './effects.ts';
import { refuseFarDay } from './periods.ts';
import { lockReview } from './queries.ts';
import {
  insertMeasure,
  lockMeasure,
  type MeasureRow,
  mayOwnThere,
  measureById,
  updateMeasure,
} from './queries-measures.ts';

/** A measure is a promise of its owner: warned three days before, told to the supervisor when it is late (CMP-13). */
const measureRule = defineRule({
  key: 'complaintReviews.measure',
  source: '《修理厂客户关系管理规定》6：总结会议制定改进措施；责任人和日期由会议定',
  term: { kind: 'until' },
  warnBeforeMinutes: 3 * 24 * 60,
  ladder: [
    { afterMinutes: 0, permission: 'complaints.supervise' },
    { afterMinutes: 3 * 24 * 60, permission: 'organisation.manage' },
  ],
});
const type = 'complaintMeasure';
const subject = (id: string) => ({ type, id });
const about = ({ id, orgPath }: MeasureRow) => ({ type, id, orgPath });
const told = ({ id, reviewId }: MeasureRow) => ({ measureId: id, reviewId });

export async function agreeMeasure(
  work: Work,
  body: BodyOf<typeof measureRoutes.agree>,
): Promise<Measure> {
  const { complaintReviewId, orgUnitId, ...written } = body;
  const own = complaintReviewId && !orgUnitId ? undefined : await placeOf(work, orgUnitId);
  const review = complaintReviewId ? await lockReview(work, complaintReviewId) : undefined;
  if (complaintReviewId && !review) throw notFound();
  const place = review
    ? { orgUnitId: review.orgUnitId, orgPath: review.orgPath }
    : { orgUnitId: own!.id, orgPath: own!.path };
  refuseUnsound(work, body);
  await refuseUnknownOwner(work, body.ownerId, place.orgPath);
  const { id } = await insertMeasure(work, { ...written, ...place, reviewId: review?.id ?? null });
  const row = (await lockMeasure(work, id))!;
  await watch(work, row);
  const { ownerId, dueOn } = row;
  await work.emit(measureEvents.agreed, { ...told(row), ownerId, dueOn }, about(row));
  return shownMeasure(work, id);
}

export async function changeMeasure(
  work: Work,
  measureId: string,
  body: BodyOf<typeof measureRoutes.change>,
  seen: number | undefined,
): Promise<Measure> {
  const before = await taken(work, measureId, seen);
  if (before.state !== 'agreed') throw refusedStep('change', before);
  refuseUnsound(work, {
    purpose: before.purpose,
    riskArea: body.riskArea ?? before.riskArea,
    dueOn: body.dueOn,
  });
  if (body.ownerId) await refuseUnknownOwner(work, body.ownerId, before.orgPath);
  await updateMeasure(work, measureId, body);
  const after = (await lockMeasure(work, measureId))!;
  if (after.dueOn !== before.dueOn) await watch(work, after);
  if (after.ownerId !== before.ownerId) {
    await handOver(work, measureRule, subject(measureId), after.ownerId);
  }
  const changes = changesBetween(before, after, Object.keys(body));
  await work.emit(measureEvents.changed, told(after), about(after), changes);
  return shownMeasure(work, measureId);
}

/** Done by its owner, or by who supervises there. */
export async function finishMeasure(
  work: Work,
  measureId: string,
  result: string,
  seen: number | undefined,
): Promise<Measure> {
  const before = await taken(work, measureId, seen);
  if (!isYours(work, before)) throw new Problem(403, 'not_your_measure');
  const state = measureLife.next('finish', before.state as MeasureState);
  await updateMeasure(work, measureId, { state, result, doneOn: today(work) });
  await keep(work, measureRule, subject(measureId));
  await work.emit(measureEvents.finished, told(before), about(before));
  return shownMeasure(work, measureId);
}

export async function dropMeasure(
  work: Work,
  measureId: string,
  reason: string,
  seen: number | undefined,
): Promise<Measure> {
  const before = await taken(work, measureId, seen);
  const state = measureLife.next('drop', before.state as MeasureState);
  await updateMeasure(work, measureId, { state, result: reason });
  await cancelPromise(work, measureRule, subject(measureId));
  await work.emit(measureEvents.dropped, told(before), about(before));
  return shownMeasure(work, measureId);
}

/** Measures as they go out: with their clock, their effect and what the caller may do next. */
export async function presentMeasures(
  work: Work,
  rows: readonly MeasureRow[],
): Promise<Map<string, Measure>> {
  const clocks = await commitmentsAbout(
    work,
    type,
    rows.map(({ id }) => id),
  );
  const effects = await effectsOf(work, rows);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        purpose: row.purpose,
        reviewId: row.reviewId,
        unitName: row.unitName,
        riskArea: row.riskArea,
        words: row.words,
        qualityControl: row.qualityControl,
        education: row.education,
        effectExpected: row.effectExpected,
        kind: row.kind,
        causeKind: row.causeKind,
        ownerId: row.ownerId,
        ownerName: row.ownerName,
        dueOn: row.dueOn,
        state: row.state,
        doneOn: row.doneOn,
        result: row.result,
        clock: clocks.get(row.id)?.at(-1) ?? null,
        effect: effects.get(row.id) ?? null,
        steps: stepsFor(work, row),
        version: row.version,
      },
    ]),
  );
}

export async function shownMeasure(work: Work, measureId: string): Promise<Measure> {
  const row = await measureById(work, measureId);
  if (!row) throw notFound();
  return (await presentMeasures(work, [row])).get(measureId)!;
}

/** 404 outside the caller’s scope, 412 when someone was faster. */
async function taken(work: Work, measureId: string, seen: number | undefined) {
  const row = await lockMeasure(work, measureId);
  if (!row) throw notFound();
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  return row;
}

const supervises = (work: Work, { orgPath }: MeasureRow) =>
  can(work.actor, 'complaints.supervise', orgPath);
const isYours = (work: Work, row: MeasureRow) =>
  row.ownerId === work.actor.id || supervises(work, row);

const refusedStep = (step: string, { state }: MeasureRow) =>
  new StepNotAllowed(step, state, measureLife.allowed(state as MeasureState));

function stepsFor(work: Work, row: MeasureRow): StepState[] {
  const isOpen = row.state === 'agreed';
  const step = (name: string, isHis: boolean): StepState => {
    if (!isOpen) return { step: name, allowed: false, reason: `measure_${row.state}` };
    return isHis
      ? { step: name, allowed: true }
      : { step: name, allowed: false, reason: 'not_your_measure' };
  };
  const may = supervises(work, row);
  return [
    step('finish', isYours(work, row) && can(work.actor, 'complaints.handle', row.orgPath)),
    step('change', may),
    step('drop', may),
  ];
}

function refuseUnsound(
  work: Work,
  { purpose, riskArea = '', dueOn }: { purpose: string; riskArea?: string; dueOn?: string },
): void {
  if (purpose === 'prevention' && riskArea.trim() === '') {
    throw ruleBroken('/riskArea', 'risk_needed');
  }
  refuseFarDay('/dueOn', dueOn);
  if (dueOn !== undefined && dueOn < today(work)) throw ruleBroken('/dueOn', 'in_past');
}

async function refuseUnknownOwner(work: Work, ownerId: string, orgPath: string): Promise<void> {
  if (!(await mayOwnThere(work, ownerId, orgPath))) throw ruleBroken('/ownerId', 'owner_unknown');
}

const watch = (work: Work, row: MeasureRow) =>
  promise(work, {
    rule: measureRule,
    about: subject(row.id),
    orgUnitId: row.orgUnitId,
    orgPath: row.orgPath,
    ownerId: row.ownerId,
    dueAt: instantAt(zoneOfTenant, addDays(row.dueOn, 1), '00:00'),
    subject: row.words,
  });
