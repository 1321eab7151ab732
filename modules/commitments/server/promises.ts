import type { Work } from '#platform/work.ts';
import type { Pause } from '#shared/business-calendar.ts';
import { commitmentEvents } from '../events.ts';
import { commitmentLife } from '../lifecycle.ts';
import { calendarOf } from './calendar.ts';
import { broughtUp, tell, unwind, wind } from './deadlines.ts';
import {
  type CommitmentRow,
  insertCommitment,
  lockOfSubject,
  type Subject,
  updateCommitment,
} from './queries.ts';
import { type Reckoned, reckonedFor } from './reckoning.ts';
import { knownRule, type Rule, type Rung } from './rules.ts';

export interface Promised {
  rule: Rule | string;
  about: Subject;
  orgUnitId: string;
  orgPath: string;
  ownerId: string | null;
  /** When the term begins; now, unless given. */
  from?: Date;
  /** Only for rules whose term is `until`: the moment agreed. */
  dueAt?: Date;
  /** How that moment came about, for "why this time?". */
  sum?: readonly object[];
  /** What it is about in a few words (a plate, a name), for lists and notices. */
  subject?: string;
  /** Who hears of it when it is broken, where the house has its own word; else as the rule has it. */
  ladder?: readonly Rung[];
}

const keyOf = (rule: Rule | string) => (typeof rule === 'string' ? rule : rule.key);
const isRunning = (row: CommitmentRow) => row.state === 'open' || row.state === 'paused';
const isUnsettled = (row: CommitmentRow) =>
  isRunning(row) || (row.state === 'broken' && row.settledAt === null);

/**
 * Makes a promise and starts its clock. Said again it changes nothing; said again with another beginning or
 * another moment it moves. A promise that is broken already stays broken, and the new time is a new one.
 */
export async function promise(work: Work, made: Promised): Promise<CommitmentRow> {
  const rule = knownRule(keyOf(made.rule));
  const earlier = await lockOfSubject(work, rule.key, made.about);
  const running = earlier.find(isRunning);
  const hasOwnTime = made.from !== undefined || made.dueAt !== undefined;
  const live = earlier.find(isUnsettled);
  if (live && !hasOwnTime) return live;
  const from = made.from ?? running?.startedAt ?? work.now;
  const reckoned = await reckonedFor(rule, await calendarOf(work, made.orgPath), { ...made, from });
  const same = earlier.find((row) => isSame(rule, row, from, reckoned));
  if (same) return same;
  if (running) return moved(work, running, rule, { ...reckoned, startedAt: from }, made.ladder);
  if (live) await settle(work, live);
  return begun(work, made, rule, { ...reckoned, startedAt: from });
}

/** A counted term follows from its beginning, whatever pauses moved it since; an agreed one is its moment. */
const isSame = (rule: Rule, row: CommitmentRow, from: Date, { dueAt }: Reckoned) =>
  row.state !== 'cancelled' &&
  row.startedAt.getTime() === from.getTime() &&
  (rule.term.kind !== 'until' || row.dueAt.getTime() === dueAt.getTime());

async function begun(
  work: Work,
  { about, orgUnitId, orgPath, ownerId, subject = '', ladder }: Promised,
  rule: Rule,
  clock: Reckoned & { startedAt: Date },
): Promise<CommitmentRow> {
  const place = { aboutType: about.type, aboutId: about.id, orgUnitId, orgPath };
  const row = await insertCommitment(work, {
    ...place,
    rule: rule.key,
    subject: subject.slice(0, 200),
    ownerId,
    ladder: ladder ?? null,
    ...clock,
  });
  await tell(work, commitmentEvents.promised, row);
  await wind(work, row, rule);
  return row;
}

async function moved(
  work: Work,
  row: CommitmentRow,
  rule: Rule,
  clock: Reckoned & { startedAt: Date },
  ladder: readonly Rung[] | undefined,
): Promise<CommitmentRow> {
  // Another ladder may have fewer rungs: what was wound for the old ones must not ring.
  await unwind(work, row);
  const after = await updateCommitment(work, row.id, {
    ...clock,
    ladder: ladder ?? row.ladder,
    warnedAt: null,
    state: 'open',
    pauses: [],
  });
  await tell(work, commitmentEvents.moved, after);
  await wind(work, after, rule);
  return after;
}

/** Now, but never before it began: the clock may have been wrong, and put right since (G-35). */
const endOf = (work: Work, { startedAt }: CommitmentRow): Date =>
  work.now < startedAt ? startedAt : work.now;

/** What was promised is done. In time it is kept; after the term it stays broken, and when it was done is on record. */
export async function keep(
  work: Work,
  rule: Rule | string,
  about: Subject,
): Promise<CommitmentRow | undefined> {
  const found = (await lockOfSubject(work, keyOf(rule), about)).find(isUnsettled);
  if (!found) return undefined;
  const row =
    found.state === 'open' && work.now > found.dueAt ? await broughtUp(work, found) : found;
  if (row.state === 'broken') return settle(work, row);
  await unwind(work, row);
  const after = await updateCommitment(work, row.id, {
    state: commitmentLife.next('keep', row.state),
    settledAt: endOf(work, row),
  });
  await tell(work, commitmentEvents.kept, after);
  return after;
}

async function settle(work: Work, row: CommitmentRow): Promise<CommitmentRow> {
  await unwind(work, row);
  const state = commitmentLife.next('settleLate', row.state);
  const after = await updateCommitment(work, row.id, { state, settledAt: endOf(work, row) });
  await tell(work, commitmentEvents.settledLate, after);
  return after;
}

/** What was promised is no longer wanted. A promise broken before that stays on record as broken. */
export async function cancelPromise(
  work: Work,
  rule: Rule | string,
  about: Subject,
): Promise<void> {
  const row = (await lockOfSubject(work, keyOf(rule), about)).find(isUnsettled);
  if (!row) return;
  if (row.state === 'broken') {
    await settle(work, row);
    return;
  }
  await unwind(work, row);
  const after = await updateCommitment(work, row.id, {
    state: commitmentLife.next('cancel', row.state),
    settledAt: endOf(work, row),
  });
  await tell(work, commitmentEvents.cancelled, after);
}

/** Another person answers for it from now on; the term stays. */
export async function handOver(
  work: Work,
  rule: Rule | string,
  about: Subject,
  ownerId: string | null,
): Promise<void> {
  const row = (await lockOfSubject(work, keyOf(rule), about)).find(isUnsettled);
  if (!row || row.ownerId === ownerId) return;
  await tell(work, commitmentEvents.moved, await updateCommitment(work, row.id, { ownerId }));
}

/** Stops the clock of what is promised about a thing (waiting for the customer, for a part); once is enough. */
export async function pause(
  work: Work,
  rule: Rule | string,
  about: Subject,
  reason: string,
): Promise<void> {
  const row = (await lockOfSubject(work, keyOf(rule), about)).find(isRunning);
  if (row?.state === 'open') await pauseRow(work, row, reason);
}

export async function resume(work: Work, rule: Rule | string, about: Subject): Promise<void> {
  const row = (await lockOfSubject(work, keyOf(rule), about)).find(isRunning);
  if (row?.state === 'paused') await resumeRow(work, row);
}

export async function pauseRow(
  work: Work,
  locked: CommitmentRow,
  reason: string,
): Promise<CommitmentRow> {
  const row = await broughtUp(work, locked);
  const state = commitmentLife.next('pause', row.state);
  const pauses = [...pausesOf(row), { from: work.now, to: null, reason }];
  const clock = await reckonedAgain(work, row, pauses);
  await unwind(work, row);
  const after = await updateCommitment(work, row.id, { state, pauses, ...clock });
  await tell(work, commitmentEvents.paused, after);
  return after;
}

/** The clock runs on: the term moves by what was paused, and warnings are set anew. */
export async function resumeRow(work: Work, row: CommitmentRow): Promise<CommitmentRow> {
  const state = commitmentLife.next('resume', row.state);
  const pauses = pausesOf(row).map((each) => ({ ...each, to: each.to ?? work.now }));
  const clock = await reckonedAgain(work, row, pauses);
  const after = await updateCommitment(work, row.id, { state, pauses, ...clock, warnedAt: null });
  await tell(work, commitmentEvents.resumed, after);
  await wind(work, after, knownRule(row.rule));
  return after;
}

/** By the calendar as it stands now: a holiday that was added counts too. */
export const reckonedAgain = async (work: Work, row: CommitmentRow, pauses: readonly Pause[]) =>
  reckonedFor(knownRule(row.rule), await calendarOf(work, row.orgPath), {
    from: row.startedAt,
    dueAt: row.dueAt,
    sum: row.sum as object[],
    pauses,
  });

/** Pauses as they lie in the row, with instants. */
export const pausesOf = (row: CommitmentRow): Pause[] =>
  (row.pauses as { from: string; to: string | null; reason: string }[]).map(
    ({ from, to, reason }) => ({
      from: new Date(from),
      to: to === null ? null : new Date(to),
      reason,
    }),
  );
