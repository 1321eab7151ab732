import { oneListAtATime, planCalls } from '#modules/follow-ups/server/index.ts';
import { saveSetting, unitById, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { quietDaysOf } from '#modules/reminders/server/index.ts';
import { can, inScope } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Conditions, Formula, ratingRoutes, segmentRoutes } from '../contract.ts';
import { ratingEvents, segmentEvents, standingEvents } from '../events.ts';
import { formulaKey, monthsAgo, today } from './formulas.ts';
import {
  insertPlan,
  insertSegment,
  lockSegment,
  type SegmentRow,
  segmentOf,
  updateSegment,
} from './queries.ts';
import { askedBy, membersOf, membersToCall, type ToCall } from './queries-members.ts';
import {
  insertRound,
  keepRanking,
  lockRound,
  type RoundRow,
  updateRound,
} from './queries-ratings.ts';
import { sweepFrom } from './sweeping.ts';

/** The formula of one's unit and those below; everybody is judged anew at once (ARC-06). */
export async function chooseFormula(work: Work, formula: Formula): Promise<void> {
  for (const key of ['months', 'interval'] as const) {
    const { sleepingAfter, lostAfter } = formula[key];
    if (lostAfter <= sleepingAfter) throw ruleBroken(`/${key}/lostAfter`, 'lost_before_sleeping');
  }
  const { unitId, unitPath } = work.actor;
  await saveSetting(work, formulaKey, unitPath, formula);
  const about = { type: 'orgUnit', id: unitId, orgPath: unitPath };
  await work.emit(standingEvents.formulaChosen, { formula: formula.formula }, about);
  await sweepFrom(work);
}

/** What conditions mean today. */
export const askedToday = (work: Work, conditions: Conditions) =>
  askedBy(
    conditions,
    today(work),
    (months) => monthsAgo(work, months),
    (days) => addDays(today(work), days),
  );

const aboutSegment = ({ id, orgPath }: SegmentRow) => ({ type: 'segment', id, orgPath });

/** A shop is named only by who sees it. */
async function refuseUnseenUnit(work: Work, { orgUnitId }: Conditions = {}): Promise<void> {
  if (orgUnitId === undefined) return;
  const unit = await unitById(work, orgUnitId);
  if (!unit || !inScope(work.actor, unit.path))
    throw ruleBroken('/conditions/orgUnitId', 'reference_unknown');
}

export async function saveSegment(work: Work, input: BodyOf<typeof segmentRoutes.add>) {
  await refuseUnseenUnit(work, input.conditions);
  const row = await insertSegment(work, { ...input, ownerId: work.actor.id });
  await work.emit(segmentEvents.saved, { segmentId: row.id, name: row.name }, aboutSegment(row));
  return row;
}

export async function changeSegment(
  work: Work,
  segmentId: string,
  change: BodyOf<typeof segmentRoutes.change>,
  expectedVersion: number | undefined,
) {
  const row = await permit(work, segmentId, expectedVersion);
  await refuseUnseenUnit(work, change.conditions);
  const after = await updateSegment(work, row.id, change);
  await work.emit(segmentEvents.changed, { segmentId, name: after.name }, aboutSegment(after));
}

export async function removeSegment(
  work: Work,
  segmentId: string,
  expectedVersion: number | undefined,
) {
  const row = await permit(work, segmentId, expectedVersion);
  await updateSegment(work, row.id, { removedAt: work.now });
  await work.emit(segmentEvents.removed, { segmentId, name: row.name }, aboutSegment(row));
}

/** One's own; a shared one also whoever supervises. */
async function permit(work: Work, segmentId: string, expectedVersion: number | undefined) {
  const row = await lockSegment(work, segmentId);
  if (!row) throw notFound();
  if (row.ownerId !== work.actor.id && !can(work.actor, 'followUps.supervise')) {
    throw new Problem(403, 'not_your_segment');
  }
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

/** Calls for a segment: who may be called now, the best customers first, nobody twice (FUP-08). */
export async function planSegmentCalls(
  work: Work,
  segmentId: string,
  { topic, isOffer, budget }: BodyOf<typeof segmentRoutes.planCalls>,
) {
  const segment = await lockSegment(work, segmentId);
  if (!segment) throw notFound();
  await oneListAtATime(work);
  const conditions = segment.conditions as Conditions;
  const quietDays = await quietDaysOf(work);
  const asked = { ...askedToday(work, conditions), isOffer, quietDays, budget };
  const members = await membersToCall(work, asked);
  const note = topic.trim();
  const plan = await insertPlan(work, {
    segmentId,
    conditions,
    topic: note,
    isOffer,
    budget,
    planned: members.length,
  });
  const remindedOf = isOffer ? ({ remindedOf: 'offer' } as const) : {};
  const reasons = [{ kind: 'segment' as const, dueOn: null, note, ...remindedOf }];
  const planned = await planCalls(work, {
    rule: 'segment',
    unit: { id: segment.orgUnitId, path: segment.orgPath },
    planId: plan.id,
    calls: members.map((member) => ({ ...member, reasons })),
  });
  const told = { segmentId, planId: plan.id, planned };
  await work.emit(segmentEvents.callsPlanned, told, aboutSegment(segment));
  return { planId: plan.id, planned };
}

/** Who is in a segment today, at most five thousand of them, the best customers first. @throws Problem 404 out of sight */
export async function customersOfSegment(work: Work, segmentId: string): Promise<ToCall[]> {
  const segment = await segmentOf(work, segmentId);
  if (!segment) throw notFound();
  return membersOf(work, askedToday(work, segment.conditions as Conditions));
}

/**
 * Who of a segment was born on one of these days, as `birthdaysOn` names them (CAR-03): looked for in all of it.
 * @throws Problem 404 out of sight
 */
export async function birthdaysInSegment(
  work: Work,
  segmentId: string,
  birthdays: readonly string[],
): Promise<ToCall[]> {
  const segment = await segmentOf(work, segmentId);
  if (!segment) throw notFound();
  const asked = askedToday(work, segment.conditions as Conditions);
  const both = birthdays.filter((one) => asked.birthdays?.includes(one) ?? true);
  return membersOf(work, { ...asked, birthdays: both });
}

/** Whether one may use a segment: one's own, or one that is shared. */
export const isSegmentInSight = async (work: Work, segmentId: string): Promise<boolean> =>
  (await segmentOf(work, segmentId)) !== undefined;

/** A plan of calls made for a segment by another part of the house. */
export async function notePlan(
  work: Work,
  asked: {
    segmentId: string;
    topic: string;
    isOffer: boolean;
    planned: number;
    orgUnitId: string;
    orgPath: string;
  },
): Promise<string> {
  const { planned } = asked;
  const row = await insertPlan(work, { ...asked, conditions: {}, budget: Math.max(planned, 1) });
  return row.id;
}

const aboutRound = ({ id, orgPath }: RoundRow) => ({ type: 'ratingRound', id, orgPath });

export async function openRound(work: Work, input: BodyOf<typeof ratingRoutes.open>) {
  if (input.untilOn < input.fromOn) throw ruleBroken('/untilOn', 'round_ends_before');
  const row = await insertRound(work, input);
  await work.emit(ratingEvents.opened, { roundId: row.id, name: row.name }, aboutRound(row));
  return row;
}

/** The ranking is kept for good, once its last day is over. */
export async function freezeRound(work: Work, roundId: string): Promise<RoundRow> {
  const row = await lockRound(work, roundId);
  if (!row) throw notFound();
  if (row.frozenAt) throw new Problem(409, 'step_not_allowed', { state: 'frozen' });
  if (row.untilOn >= today(work))
    throw new Problem(422, 'round_not_over', { untilOn: row.untilOn });
  await keepRanking(work, { ...periodOf(row), roundId, places: row.places });
  const after = await updateRound(work, row.id, { frozenAt: work.now });
  await work.emit(ratingEvents.frozen, { roundId, name: row.name }, aboutRound(row));
  return after;
}

export const periodOf = ({ criterion, fromOn, untilOn, orgPath: path }: RoundRow) => ({
  criterion,
  from: instantAt(zoneOfTenant, fromOn, '00:00'),
  until: instantAt(zoneOfTenant, addDays(untilOn, 1), '00:00'),
  path,
});
