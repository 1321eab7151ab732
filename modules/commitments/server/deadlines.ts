import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import { commitmentEvents } from '../events.ts';
import { commitmentLife } from '../lifecycle.ts';
import { notify, type Telling } from './notices.ts';
import { type CommitmentRow, lockCommitment, updateCommitment } from './queries.ts';
import { nearestHolders } from './queries-notices.ts';
import { type Rule, type Rung, ruleOf } from './rules.ts';
import { numberIn } from './shown.ts';

const minuteInMs = 60_000;
/** The house's own word for this promise, else the rule's. */
const ladderOf = (row: CommitmentRow, rule: Rule | undefined): readonly Rung[] =>
  (row.ladder as Rung[] | null) ?? rule?.ladder ?? [];
const rungAt = (row: CommitmentRow, afterMinutes: number) =>
  new Date(row.dueAt.getTime() + afterMinutes * minuteInMs);

/**
 * Brings one promise up to the present: warns, breaks, climbs, whatever is due by now and was not done. It reads
 * only the row and the clock, so it may run early, late, twice or in another order and does each thing once.
 */
const advance = defineTask<{ commitmentId: string }>(
  'commitments.advance',
  async (work, { commitmentId }) => {
    const row = await lockCommitment(work, commitmentId);
    if (row) await broughtUp(work, row);
  },
);

/** The same for a locked row, before something else is done with it. */
export async function broughtUp(work: Work, row: CommitmentRow): Promise<CommitmentRow> {
  let current = row;
  if (current.state === 'open') {
    if (work.now >= current.dueAt) current = await broken(work, current);
    else if (current.warnAt && !current.warnedAt && work.now >= current.warnAt)
      current = await warned(work, current);
  }
  return current.state === 'broken' && current.settledAt === null
    ? climbed(work, current)
    : current;
}

async function warned(work: Work, row: CommitmentRow): Promise<CommitmentRow> {
  const after = await updateCommitment(work, row.id, { warnedAt: work.now });
  await tell(work, commitmentEvents.warned, after);
  const key = `${row.id}:warned:${row.dueAt.toISOString()}`;
  await notifyOwner(work, after, 'commitment.warned', key);
  return after;
}

async function broken(work: Work, row: CommitmentRow): Promise<CommitmentRow> {
  const state = commitmentLife.next('break', row.state);
  const after = await updateCommitment(work, row.id, { state });
  await tell(work, commitmentEvents.broken, after);
  await notifyOwner(work, after, 'commitment.broken', `${row.id}:broken`);
  return after;
}

/** One rung after the other, each told once, however far the clock has gone since. */
async function climbed(work: Work, row: CommitmentRow): Promise<CommitmentRow> {
  let current = row;
  for (const { afterMinutes, permission } of ladderOf(row, ruleOf(row.rule)).slice(row.level)) {
    if (work.now < rungAt(row, afterMinutes)) break;
    current = await updateCommitment(work, row.id, { level: current.level + 1 });
    await tell(work, commitmentEvents.climbed, current);
    const holders = await nearestHolders(work, permission, row.orgPath);
    const key = `${row.id}:climbed:${current.level}`;
    await notify(work, holders, { ...telling(current, 'commitment.climbed'), key });
  }
  return current;
}

/** A promise that nobody owns is the affair of those it would climb to. */
async function notifyOwner(work: Work, row: CommitmentRow, kind: string, key: string) {
  const first = ladderOf(row, ruleOf(row.rule))[0];
  const readers =
    row.ownerId === null && first
      ? await nearestHolders(work, first.permission, row.orgPath)
      : [row.ownerId];
  await notify(work, readers, { ...telling(row, kind), key });
}

function telling(row: CommitmentRow, kind: string): Telling {
  const rule = ruleOf(row.rule);
  const facts = {
    commitmentId: row.id,
    rule: row.rule,
    source: rule?.source ?? row.rule,
    subject: row.subject,
    dueAt: row.dueAt.toISOString(),
    level: row.level,
  };
  const { ownerId: except, orgPath: place } = row;
  return {
    kind,
    about: { type: row.aboutType, id: row.aboutId },
    facts,
    ...(rule?.namesPerson && {
      toThoseAbove: { place, except, facts: { ...facts, subject: numberIn(row) } },
    }),
  };
}

/** Puts what happened on record and tells other modules. */
export const tell = <Data>(work: Work, kind: EventKind<Data>, row: CommitmentRow) => {
  const { id, rule, aboutType, aboutId, orgPath, level } = row;
  const data = { commitmentId: id, rule, aboutType, aboutId, orgPath, level };
  return work.emit(kind, data as Data, { type: 'commitment', id, orgPath });
};

/** The moments at which something may be due, each under a key of its own. */
function momentsOf(row: CommitmentRow, rule: Rule): [key: string, at: Date | null][] {
  const rungs = ladderOf(row, rule).map(({ afterMinutes }, at): [string, Date | null] => [
    `rung${at + 1}`,
    afterMinutes > 0 ? rungAt(row, afterMinutes) : null,
  ]);
  return [['warn', row.warnAt], ['due', row.dueAt], ...rungs];
}

/** Sets the clock of a running promise; setting it again moves it. */
export async function wind(work: Work, row: CommitmentRow, rule: Rule): Promise<void> {
  for (const [moment, at] of momentsOf(row, rule)) {
    const key = `${row.id}:${moment}`;
    if (at) await work.later(advance, { commitmentId: row.id }, at, key);
    else await work.cancelLater(advance, key);
  }
}

export async function unwind(work: Work, row: CommitmentRow): Promise<void> {
  const rule = ruleOf(row.rule);
  for (const [moment, at] of rule ? momentsOf(row, rule) : []) {
    if (at) await work.cancelLater(advance, `${row.id}:${moment}`);
  }
}
