import { notify } from '#modules/commitments/server/index.ts';
import { giveCase } from '#modules/complaints/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import { StepNotAllowed } from '#shared/lifecycle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { levelRoutes } from '../contract.ts';
import { levelEvents } from '../events.ts';
import { type LevelState, type LevelStep, levelLife, passedParts } from '../lifecycle.ts';
import { dropClock, handClockOver, reckoned, startClock } from './clock.ts';
import { whyNot } from './policy.ts';
import { addEntry, type ChainUnit, insertLevel, lockCase, updateLevel } from './queries.ts';
import { type Placed, placedCase, sharingWith, unitsBelow } from './standing.ts';

/** Which complaint, and the version of its level that the caller has seen (`If-Match`). */
export interface Which {
  complaintId: string;
  expectedVersion: number | undefined;
}
type Body<Name extends 'passUp' | 'takeOver' | 'handDown'> = BodyOf<(typeof levelRoutes)[Name]>;

/**
 * Locks a case for a step of its level. 404 outside the caller's scope, 412 when someone was faster, 403 where a level
 * above has it, 409 where its state does not allow the step or the complaint is answered and closed.
 */
async function taken(work: Work, which: Which, step: LevelStep): Promise<Placed> {
  const row = await lockCase(work, which.complaintId);
  if (!row) throw notFound();
  if (which.expectedVersion !== undefined && which.expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  const at = await placedCase(work, row);
  const reason = whyNot(work.actor, step, at);
  if (reason === 'at_level_above') throw new Problem(403, reason);
  if (reason === 'complaint_closed' || reason === 'nobody_above') throw new Problem(409, reason);
  if (reason) throw new StepNotAllowed(step, at.state, levelLife.allowed(at.state));
  return at;
}

/** Passes it to the level above with the reason: the clock there starts, and who handles complaints there is told. */
export async function passUp(work: Work, which: Which, { reason }: Body<'passUp'>): Promise<void> {
  await goUp(work, await taken(work, which, 'passUp'), reason);
}

/** The same by itself when the clock of the level has run out. */
export const goUpByItself = (work: Work, at: Placed): Promise<void> => goUp(work, at, '');

async function goUp(work: Work, at: Placed, reason: string): Promise<void> {
  const to = at.above!;
  await dropClock(work, at.row.complaintId);
  const clock = await moveTo(work, at, to, 'passUp', { ownerId: null, isHigher: true });
  const sharing = await sharingWith(work, at, to);
  const facts = { passed: passedParts, sharing, dueAt: clock.dueAt.toISOString() };
  await record(work, at, { step: 'passUp', to, words: reason, facts });
  await emitted(work, levelEvents.passedUp, at, to);
  const there = (await employeesWith(work, 'complaints.handle', to.path)).map(({ id }) => id);
  await tell(work, at, 'passedUp', there, to.name);
}

/**
 * Who takes it over has the case in his list; it goes back to whose it was when it is handed down.
 * @throws Problem 422 `handler_unknown` for a program: a case is a person's
 */
export async function takeOver(work: Work, which: Which, { words = '' }: Body<'takeOver'>) {
  const at = await taken(work, which, 'takeOver');
  const { row, level } = at;
  const isHis = await giveCase(work, row.complaintId, work.actor.id, words || level.name);
  if (!isHis) throw new Problem(422, 'handler_unknown');
  const fromId = row.handlerId === work.actor.id ? null : row.handlerId;
  await updateLevel(work, row.levelId!, {
    state: levelLife.next('takeOver', at.state),
    fromId: row.fromId ?? fromId,
  });
  await record(work, at, { step: 'takeOver', to: level, words, facts: {} });
  await handClockOver(work, row.complaintId, work.actor.id);
  await emitted(work, levelEvents.takenOver, at, level);
  await tell(work, at, 'takenOver', [fromId], level.name);
}

/** Hands it down with instructions, to who received it unless another level between is named. */
export async function handDown(work: Work, which: Which, body: Body<'handDown'>): Promise<void> {
  const at = await taken(work, which, 'handDown');
  const to = body.toUnitId ? unitsBelow(at).find(({ id }) => id === body.toUnitId) : at.origin;
  if (!to) throw ruleBroken('/toUnitId', 'not_below');
  const { row } = at;
  await dropClock(work, row.complaintId);
  const backTo = await givenBack(work, at, to, body.instructions);
  const clock = await moveTo(work, at, to, 'handDown', { ownerId: backTo });
  const facts = { dueAt: clock.dueAt.toISOString() };
  await record(work, at, { step: 'handDown', to, words: body.instructions, facts });
  await emitted(work, levelEvents.handedDown, at, to);
  const there = backTo
    ? [backTo]
    : (await employeesWith(work, 'complaints.handle', to.path)).map(({ id }) => id);
  await tell(work, at, 'handedDown', there, at.level.name);
}

/**
 * What was taken over goes back to whose it was once it is where it came in; elsewhere, and where he has left, to nobody.
 * @returns whose the case is at the level below
 */
async function givenBack(work: Work, { row, state, origin }: Placed, to: ChainUnit, words: string) {
  const isAtOrigin = to.id === origin.id;
  if (state !== 'takenOver' && row.fromId === null) return isAtOrigin ? row.handlerId : null;
  const backTo = isAtOrigin ? row.fromId : null;
  if (backTo !== null && (await giveCase(work, row.complaintId, backTo, words))) return backTo;
  await giveCase(work, row.complaintId, null, words);
  return null;
}

/** The level is another unit from now on, with a term of its own. */
async function moveTo(
  work: Work,
  { row, state }: Placed,
  to: ChainUnit,
  step: 'passUp' | 'handDown',
  { ownerId, isHigher = false }: { ownerId: string | null; isHigher?: boolean },
) {
  const clock = await reckoned(work, to, work.now);
  const next: LevelState = levelLife.next(step, state);
  const timesPassed = (row.timesPassed ?? 0) + (isHigher ? 1 : 0);
  const change = { state: next, levelUnitId: to.id, sinceAt: work.now, dueAt: clock.dueAt };
  if (row.levelId) {
    const fromId = to.id === row.orgUnitId ? null : row.fromId;
    await updateLevel(work, row.levelId, { ...change, timesPassed, fromId });
  } else {
    const { complaintId, orgUnitId, orgPath } = row;
    await insertLevel(work, { ...change, timesPassed, complaintId, orgUnitId, orgPath });
  }
  await startClock(work, row, to, { from: work.now, ...clock, ownerId });
  return clock;
}

/** Puts a step on record: who, when, from which unit to which, why, and what went with it. */
export const record = (
  work: Work,
  { row, level }: Placed,
  { step, to, words, facts }: { step: string; to: ChainUnit; words: string; facts: object },
): Promise<unknown> =>
  addEntry(work, {
    ...{ id: newId(work.now), complaintId: row.complaintId, step, words, facts },
    ...{ unitId: level.id, toUnitId: to.id },
    byId: work.actor.kind === 'user' ? work.actor.id : null,
  });

type Moved = {
  complaintId: string;
  customerId: string | null;
  fromUnitId: string;
  toUnitId: string;
};
/** Tells the house what happened to a case between two of its levels. */
export function emitted(work: Work, kind: EventKind<Moved>, { row, level }: Placed, to: ChainUnit) {
  const { complaintId, customerId, orgPath } = row;
  const data = { complaintId, customerId, fromUnitId: level.id, toUnitId: to.id };
  return work.emit(kind, data, { type: 'complaint', id: complaintId, orgPath });
}

async function tell(
  work: Work,
  { row }: Placed,
  what: 'passedUp' | 'takenOver' | 'handedDown',
  employeeIds: readonly (string | null)[],
  unit: string,
): Promise<void> {
  const others = employeeIds.filter((id) => id !== work.actor.id);
  await notify(work, others, {
    kind: `complaintLevels.${what}`,
    about: { type: 'complaintLevel', id: row.complaintId },
    facts: { number: row.number, unit, by: work.actor.kind === 'user' ? work.actor.name : '—' },
    key: `complaintLevels.${what}.${row.complaintId}.${row.version ?? 0}`,
  });
}
