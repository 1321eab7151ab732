import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { clockRoutes } from '../contract.ts';
import { jobClockEvents } from '../events.ts';
import {
  insertSettlement,
  insertSpell,
  isOverlapping,
  linesAt,
  lockSpell,
  type SpellRow,
  type StampRow,
  stampInConflict,
  updateSpell,
} from './queries.ts';

type Times = { startedAt: Date; endedAt: Date };
/** Nobody works longer at a stretch; what is longer was forgotten to be pressed. */
const longestHours = 24;
/** Wages of a year are closed. */
const longestDaysAgo = 400;

/** Other times for a stretch, with the reason; the original stays as it was pressed (WSH-11). */
export async function correct(
  work: Work,
  spellId: string,
  body: BodyOf<typeof clockRoutes.correct>,
): Promise<SpellRow> {
  const original = await lockSpell(work, spellId);
  if (!original) throw notFound();
  if (original.isSuperseded) throw new Problem(409, 'clock_corrected_already');
  const { employeeId, clock, orderId, lineId, orgUnitId, orgPath } = original;
  const times = await timesOf(work, body, { employeeId, clock, butId: original.id });
  await updateSpell(work, original.id, { isSuperseded: true });
  const row = await insertSpell(work, {
    ...{ orgUnitId, orgPath, employeeId, clock, orderId, lineId },
    ...times,
    endedHow: original.endedHow,
    pauseReason: original.pauseReason,
    correctsId: original.id,
    reason: body.reason,
  });
  const told = { employeeId, spellId: row.id, originalId: original.id };
  await work.emit(jobClockEvents.corrected, told, { type: 'jobClock', id: row.id, orgPath });
  return row;
}

async function timesOf(
  work: Work,
  given: { startedAt: string; endedAt: string },
  of: { employeeId: string; clock: string; butId: string | null },
): Promise<Times> {
  const [startedAt, endedAt] = [new Date(given.startedAt), new Date(given.endedAt)];
  const hours = (endedAt.getTime() - startedAt.getTime()) / 3_600_000;
  const daysAgo = (work.now.getTime() - startedAt.getTime()) / 86_400_000;
  if (hours <= 0 || hours > longestHours || endedAt > work.now || daysAgo > longestDaysAgo)
    throw ruleBroken('/endedAt', 'clock_times_wrong');
  if (await isOverlapping(work, { ...of, startedAt, endedAt }))
    throw new Problem(409, 'clock_overlaps');
  return { startedAt, endedAt };
}

/** The team leader says what becomes of a stamp that something stood against: these times count, or none. */
export async function settle(
  work: Work,
  stampId: string,
  { counted, reason }: BodyOf<typeof clockRoutes.settle>,
): Promise<'left' | 'counted'> {
  const stamp = await stampInConflict(work, stampId);
  if (!stamp) throw notFound();
  if (stamp.isSettled) throw new Problem(409, 'clock_settled_already');
  const spellId = counted === undefined ? null : await count(work, stamp, counted, reason);
  const decision = spellId === null ? 'left' : 'counted';
  if (!(await insertSettlement(work, { stampId, decision, spellId, reason })))
    throw new Problem(409, 'clock_settled_already');
  const about = { type: 'jobClock', id: stampId, orgPath: stamp.orgPath };
  await work.emit(jobClockEvents.settled, { stampId }, about);
  return decision;
}

async function count(
  work: Work,
  stamp: StampRow,
  given: { startedAt: string; endedAt: string },
  reason: string,
): Promise<string> {
  if (stamp.outcome === 'taken') throw new Problem(422, 'clock_nothing_to_count');
  const { employeeId, orderId, lineId, orgUnitId, orgPath } = stamp;
  if (lineId !== null) await refuseUnbegun(work, lineId);
  const clock = lineId !== null ? 'job' : onShift.has(stamp.press) ? 'shift' : 'break';
  const times = await timesOf(work, given, { employeeId, clock, butId: null });
  const row = await insertSpell(work, {
    ...{ orgUnitId, orgPath, employeeId, clock, orderId, lineId, reason },
    ...times,
  });
  return row.id;
}
/** Time counts on an order that is, or was, in work: before, its quotation may still be written anew. */
async function refuseUnbegun(work: Work, lineId: string): Promise<void> {
  const [line] = await linesAt(work, [lineId]);
  const isBegun = line !== undefined && !beforeTheWork.has(line.state);
  if (!isBegun) throw new Problem(409, 'clock_line_closed');
}
const beforeTheWork = new Set([
  'received',
  'inspected',
  'estimated',
  'approved',
  'leftUnrepaired',
  'cancelled',
]);
const onShift = new Set<StampRow['press']>(['in', 'out']);
