import { notify } from '#modules/commitments/server/index.ts';
import { can } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { StepState } from '#shared/fields.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Review, reviewRoutes } from '../contract.ts';
import { reviewEvents } from '../events.ts';
import { type ReviewState, reviewLife } from '../lifecycle.ts';
import { placeOf, today } from './analysis.ts';
import { presentMeasures } from './measures.ts';
import { freshPack, shownPack } from './packs.ts';
import { periodOf, refuseFarDay } from './periods.ts';
import {
  colleaguesAmong,
  insertPeople,
  insertReview,
  invitedTo,
  lockReview,
  type ReviewRow,
  reviewById,
  updateReview,
} from './queries.ts';
import { measuresOfReview } from './queries-measures.ts';

const about = ({ id, orgPath }: Pick<ReviewRow, 'id' | 'orgPath'>) => ({
  type: 'complaintReview',
  id,
  orgPath,
});

/** Makes the pack of a period as it stands now; it stays so, whatever becomes of the complaints (CMP-13). */
export async function makeReview(
  work: Work,
  { grain, on, orgUnitId, employeeIds = [] }: BodyOf<typeof reviewRoutes.make>,
): Promise<Review> {
  refuseFarDay('/on', on);
  const place = await placeOf(work, orgUnitId);
  const period = periodOf(grain, on);
  if (period.fromOn > today(work)) throw ruleBroken('/on', 'period_ahead');
  await refuseUnknown(work, employeeIds);
  const pack = await freshPack(work, place, grain, period);
  const row = await insertReview(work, {
    ...period,
    grain,
    pack,
    orgUnitId: place.id,
    orgPath: place.path,
  });
  const told = { reviewId: row.id, grain, fromOn: period.fromOn };
  await work.emit(reviewEvents.made, told, about(row));
  await inviteAll(work, row, employeeIds, place.name);
  return shownReview(work, row.id);
}

/** Keeps the minutes as they stand; the page sends them by itself while they are written. */
export async function minute(
  work: Work,
  reviewId: string,
  minutes: string,
  seen: number | undefined,
): Promise<{ version: number }> {
  const before = await prepared(work, reviewId, seen, 'minute');
  const { version } = (await updateReview(work, reviewId, { minutes }))!;
  await work.emit(reviewEvents.minuted, { reviewId }, about(before));
  return { version };
}

export async function invite(
  work: Work,
  reviewId: string,
  employeeIds: readonly string[],
  seen: number | undefined,
): Promise<Review> {
  const before = await prepared(work, reviewId, seen, 'invite');
  await refuseUnknown(work, employeeIds);
  const already = new Set((await invitedTo(work, reviewId)).map(({ id }) => id));
  const added = employeeIds.filter((id) => !already.has(id));
  await inviteAll(work, before, added, before.unitName);
  return shownReview(work, reviewId);
}

export async function hold(work: Work, reviewId: string, seen: number | undefined) {
  const before = await prepared(work, reviewId, seen, 'hold');
  if (before.minutes.trim() === '') throw new Problem(409, 'minutes_missing');
  const state = reviewLife.next('hold', before.state as ReviewState);
  await updateReview(work, reviewId, { state, heldAt: work.now });
  await work.emit(reviewEvents.held, { reviewId }, about(before));
  return shownReview(work, reviewId);
}

/** A meeting as it goes out. */
export async function shownReview(work: Work, reviewId: string): Promise<Review> {
  const row = await reviewById(work, reviewId);
  if (!row) throw notFound();
  const people = await invitedTo(work, reviewId);
  const rows = await measuresOfReview(work, reviewId);
  const measures = await presentMeasures(work, rows);
  const { id, unitName, grain, fromOn, untilOn, state, createdByName, minutes, version } = row;
  return {
    ...{ id, unitName, grain, fromOn, untilOn, state, createdByName, minutes, version },
    ...wire({ createdAt: row.createdAt, heldAt: row.heldAt }),
    pack: await shownPack(work, row),
    people,
    measures: rows.map((each) => measures.get(each.id)!),
    steps: stepsFor(work, row),
  };
}

/** 404 outside the caller’s scope, 412 when someone was faster, 409 once it was held. */
async function prepared(
  work: Work,
  reviewId: string,
  seen: number | undefined,
  step: string,
): Promise<ReviewRow> {
  const row = await lockReview(work, reviewId);
  if (!row) throw notFound();
  if (seen !== undefined && seen !== row.version) throw new Problem(412, 'version_stale');
  const state = row.state as ReviewState;
  if (state !== 'prepared') throw new StepNotAllowed(step, state, reviewLife.allowed(state));
  return row;
}

const steps = ['minute', 'invite', 'hold', 'agree'] as const;

function stepsFor(work: Work, row: ReviewRow): StepState[] {
  if (!can(work.actor, 'complaints.supervise', row.orgPath)) return [];
  return steps.map((step) => {
    if (step !== 'agree' && row.state === 'held')
      return { step, allowed: false, reason: 'review_held' };
    if (step === 'hold' && row.minutes.trim() === '')
      return { step, allowed: false, reason: 'minutes_missing' };
    return { step, allowed: true };
  });
}

async function refuseUnknown(work: Work, employeeIds: readonly string[]): Promise<void> {
  if (employeeIds.length === 0) return;
  const known = await colleaguesAmong(work, employeeIds);
  if (known.length < new Set(employeeIds).size)
    throw ruleBroken('/employeeIds', 'employee_unknown');
}

async function inviteAll(
  work: Work,
  row: Pick<ReviewRow, 'id' | 'orgPath' | 'fromOn' | 'untilOn'>,
  employeeIds: readonly string[],
  unitName: string,
): Promise<void> {
  if (employeeIds.length === 0) return;
  await insertPeople(
    work,
    employeeIds.map((employeeId) => ({ reviewId: row.id, employeeId })),
  );
  await work.emit(
    reviewEvents.invited,
    { reviewId: row.id, employeeIds: [...employeeIds] },
    about(row),
  );
  await notify(work, employeeIds, {
    kind: 'complaintReviews.invited',
    about: { type: 'complaintReview', id: row.id },
    facts: { unitName, from: row.fromOn, until: row.untilOn, by: work.actor.name },
    key: `complaintReviews.invited.${row.id}`,
  });
}
