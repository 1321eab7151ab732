import { markLineDone, sayWaiting, startOrder } from '#modules/service-orders/server/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf, ReplyOf } from '#shared/route.ts';
import type { Conflict, clockRoutes, Outcome, Press, Stamp } from '../contract.ts';
import { jobClockEvents } from '../events.ts';
import { lacks } from './certificates.ts';
import { deviceClock, isOfJob, pressedLines, refuseStrangeTimes } from './given.ts';
import { foresee } from './lateness.ts';
import {
  insertSpell,
  insertStamp,
  type LineRow,
  lockMe,
  mySpellsSince,
  othersOnOrder,
  type SpellRow,
  stampsWithKeys,
  updateSpell,
} from './queries.ts';

type Body = BodyOf<typeof clockRoutes.stamp>;
type Reply = ReplyOf<typeof clockRoutes.stamp>;

/** What became of a press: the clock that it moved, and what stood against it. */
interface Result {
  outcome: Outcome;
  conflict: Conflict;
  spellId?: string;
}
const taken = (spellId: string, conflict: Conflict = ''): Result => ({
  outcome: 'taken',
  conflict,
  spellId,
});
const kept = (conflict: Conflict): Result => ({ outcome: 'kept', conflict });
const refused = (conflict: Conflict): Result => ({ outcome: 'refused', conflict });

/** A person's clocks while his stamps are put on them, one after the other. */
interface Desk {
  work: Work;
  me: { id: string; orgUnitId: string; orgPath: string };
  spells: SpellRow[];
  lines: ReadonlyMap<string, LineRow>;
}

/**
 * Puts what was pressed on the clocks, in the order of pressing. Each stamp counts once, however often it is sent; what
 * something stands against is kept for the team leader, so that no minute is lost (WSH-11).
 */
export async function takeStamps(work: Work, { sentAt, stamps }: Body): Promise<Reply> {
  const me = work.actor.kind === 'user' ? await lockMe(work) : undefined;
  if (!me) throw new Problem(409, 'clock_person_needed');
  refuseStrangeTimes(work, sentAt, stamps);
  const lines = await pressedLines(work, stamps);
  const known = await stampsWithKeys(
    work,
    stamps.map(({ key }) => key),
  );
  const happenedAt = deviceClock(work, sentAt);
  const ordered = stamps
    .map((stamp) => ({ stamp, at: happenedAt(stamp.pressedAt) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const spells = await mySpellsSince(work, ordered[0]!.at);
  const desk: Desk = { work, me, spells, lines };
  const results = new Map<string, { outcome: Outcome; conflict: Conflict }>(
    known.map((row) => [row.key, row]),
  );
  for (const { stamp, at } of ordered) {
    if (results.has(stamp.key)) continue;
    const result = await moves[stamp.press](desk, stamp, at);
    results.set(stamp.key, result);
    await putOnRecord(desk, stamp, { at, sentAt: new Date(sentAt), result });
  }
  const isNew = ordered.some(({ stamp }) => known.every(({ key }) => key !== stamp.key));
  if (!isNew) return answer(stamps, results);
  for (const orderId of new Set([...lines.values()].map((line) => line.orderId))) {
    await foresee(work, orderId);
  }
  return answer(stamps, results);
}

const answer = (
  stamps: readonly Stamp[],
  results: ReadonlyMap<string, { outcome: Outcome; conflict: Conflict }>,
): Reply => ({
  outcomes: stamps.map(({ key }) => {
    const { outcome, conflict } = results.get(key)!;
    return { key, outcome, conflict };
  }),
});

async function putOnRecord(
  { work, me, lines }: Desk,
  stamp: Stamp,
  { at, sentAt, result }: { at: Date; sentAt: Date; result: Result },
): Promise<void> {
  const line = isOfJob(stamp.press) ? lines.get(stamp.lineId!) : undefined;
  const { outcome, conflict, spellId = null } = result;
  const { orgUnitId, orgPath } = line ?? me;
  const row = await insertStamp(work, {
    orgUnitId,
    orgPath,
    employeeId: me.id,
    key: stamp.key,
    press: stamp.press,
    orderId: line?.orderId ?? null,
    lineId: line?.id ?? null,
    pauseReason: stamp.pauseReason ?? '',
    pressedAt: new Date(stamp.pressedAt),
    sentAt,
    arrivedAt: work.now,
    happenedAt: at,
    outcome,
    conflict,
    spellId,
  });
  if (conflict === '') return;
  const told = { employeeId: me.id, stampId: row.id, conflict };
  await work.emit(jobClockEvents.conflicted, told, { type: 'jobClock', id: row.id, orgPath });
}

const running = ({ spells }: Desk, clock: SpellRow['clock']) =>
  spells.find((spell) => spell.clock === clock && spell.endedAt === null);
/** Whether a clock of this kind ran at an instant that lies back. */
const ranAt = ({ spells }: Desk, clock: SpellRow['clock'], at: Date) =>
  spells.some(
    (spell) =>
      spell.clock === clock &&
      spell.endedAt !== null &&
      spell.startedAt <= at &&
      at < spell.endedAt,
  );

async function begin(desk: Desk, clock: SpellRow['clock'], at: Date, line?: LineRow) {
  const { work, me } = desk;
  const { orgUnitId, orgPath } = line ?? me;
  const place = { orgUnitId, orgPath };
  const of = { orderId: line?.orderId ?? null, lineId: line?.id ?? null };
  const row = await insertSpell(work, { ...place, ...of, employeeId: me.id, clock, startedAt: at });
  desk.spells.push(row);
  const told = { employeeId: me.id, clock, spellId: row.id };
  await work.emit(jobClockEvents.started, told, { type: 'jobClock', id: row.id, orgPath });
  return row;
}

async function end(
  desk: Desk,
  spell: SpellRow,
  at: Date,
  change: Parameters<typeof updateSpell>[2],
) {
  const { work, me } = desk;
  const endedAt = at < spell.startedAt ? spell.startedAt : at;
  const row = await updateSpell(work, spell.id, { ...change, endedAt });
  desk.spells.splice(desk.spells.indexOf(spell), 1, row);
  const told = { employeeId: me.id, clock: row.clock, spellId: row.id };
  await work.emit(jobClockEvents.stopped, told, {
    type: 'jobClock',
    id: row.id,
    orgPath: row.orgPath,
  });
  return row;
}

type Move = (desk: Desk, stamp: Stamp, at: Date) => Promise<Result>;

const moves: Readonly<Record<Press, Move>> = {
  in: async (desk, _stamp, at) => {
    if (running(desk, 'shift')) return kept('shiftRuns');
    if (ranAt(desk, 'shift', at)) return kept('overlaps');
    return taken((await begin(desk, 'shift', at)).id);
  },
  out: async (desk, _stamp, at) => {
    const shift = running(desk, 'shift');
    if (!shift) return kept('notRunning');
    for (const clock of ['job', 'break'] as const) {
      const spell = running(desk, clock);
      if (spell) await end(desk, spell, at, { endedHow: 'out' });
    }
    return taken((await end(desk, shift, at, { endedHow: 'out' })).id);
  },
  break: async (desk, _stamp, at) => {
    if (!running(desk, 'shift')) return kept('noShift');
    if (running(desk, 'break')) return kept('otherRuns');
    const job = running(desk, 'job');
    if (job) await end(desk, job, at, { endedHow: 'break' });
    return taken((await begin(desk, 'break', at)).id);
  },
  back: async (desk, _stamp, at) => {
    const pause = running(desk, 'break');
    return pause ? taken((await end(desk, pause, at, {})).id) : kept('notRunning');
  },
  start,
  pause: async (desk, stamp, at) => {
    const job = running(desk, 'job');
    const line = desk.lines.get(stamp.lineId!)!;
    if (job?.lineId !== line.id) return kept('notRunning');
    const pauseReason = stamp.pauseReason ?? '';
    const { id } = await end(desk, job, at, { endedHow: 'pause', pauseReason });
    await sayWhatItWaitsFor(desk, line, pauseReason);
    return taken(id, standsAgainst(line));
  },
  done,
};

/** 接到任务委托书后先核对车辆号牌 (S2, WSH-05): a wrong plate is refused; then the step of the order, then the clock. */
async function start(desk: Desk, stamp: Stamp, at: Date): Promise<Result> {
  const { work, me } = desk;
  const line = desk.lines.get(stamp.lineId!)!;
  if (!isOfCar(line, stamp.plateEnding)) return refused('plateWrong');
  if (await lacks(work, me.id, line.certificate)) return refused('certificateMissing');
  const shift = running(desk, 'shift');
  if (!shift || shift.startedAt > at) return kept('noShift');
  if (running(desk, 'job') || running(desk, 'break')) return kept('otherRuns');
  if (ranAt(desk, 'job', at) || ranAt(desk, 'break', at)) return kept('overlaps');
  if (line.doneAt !== null && line.doneAt <= at) return kept('lineDone');
  if (line.answer !== 'approved' || line.outside !== '') return kept('notInWork');
  const isFree =
    line.state === 'approved' || (line.state === 'inWork' && line.technicianId === null);
  if (isFree) {
    await startOrder(work, { orderId: line.orderId }, {});
    for (const each of desk.lines.values()) {
      if (each.orderId === line.orderId)
        Object.assign(each, { state: 'inWork', technicianId: me.id, waitingFor: '' });
    }
  }
  if (line.state !== 'inWork') return kept('notInWork');
  if (line.waitingFor !== '') {
    await sayWaiting(work, { orderId: line.orderId }, { waitingFor: '' });
    line.waitingFor = '';
  }
  line.isConfirmed = true;
  return taken((await begin(desk, 'job', at, line)).id, standsAgainst(line));
}

/** He ends his own clock in any case; the job is marked done as its procedure says (service-orders). */
async function done(desk: Desk, stamp: Stamp, at: Date): Promise<Result> {
  const line = desk.lines.get(stamp.lineId!)!;
  const job = running(desk, 'job');
  if (job?.lineId !== line.id) return kept('notRunning');
  const { id } = await end(desk, job, at, { endedHow: 'done' });
  const against = standsAgainst(line);
  if (against !== '') return taken(id, against);
  await markLineDone(desk.work, { orderId: line.orderId }, line.id, true);
  line.doneAt = desk.work.now;
  return taken(id);
}

/** Somebody else was faster: the job is done, or the car has gone on, while this clock ran. */
function standsAgainst({ doneAt, outside, state }: LineRow): Conflict {
  if (state !== 'inWork' || outside !== '') return 'notInWork';
  return doneAt === null ? '' : 'lineDone';
}

const signsOnly = (plate: string) => plate.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
function isOfCar(line: LineRow, ending: string | undefined): boolean {
  if (ending === undefined) return line.isConfirmed;
  const typed = signsOnly(ending);
  const whole = signsOnly(line.plate);
  return typed.length >= Math.min(4, whole.length) && whole.endsWith(typed);
}

/** The car waits when nobody works on it any more. */
async function sayWhatItWaitsFor(
  { work }: Desk,
  line: LineRow,
  reason: Stamp['pauseReason'],
): Promise<void> {
  if (reason !== 'parts' && reason !== 'customer') return;
  if (line.state !== 'inWork' || (await othersOnOrder(work, line.orderId)) > 0) return;
  await sayWaiting(work, { orderId: line.orderId }, { waitingFor: reason });
  line.waitingFor = reason;
}
