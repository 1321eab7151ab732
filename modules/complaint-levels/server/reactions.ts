import { commitmentEvents } from '#modules/commitments/events.ts';
import { complaintEvents } from '#modules/complaints/events.ts';
import { react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { levelEvents } from '../events.ts';
import { levelLife } from '../lifecycle.ts';
import { dropClock, handClockOver, keepClock, levelRule, reckoned, startClock } from './clock.ts';
import { emitted, goUpByItself, record } from './passing.ts';
import { insertLevel, lockCase, updateLevel } from './queries.ts';
import { type Placed, placedCase } from './standing.ts';
import { termAt } from './terms.ts';

async function locked(work: Work, complaintId: string): Promise<Placed | undefined> {
  const row = await lockCase(work, complaintId);
  return row && placedCase(work, row);
}

/** Where there is a level above, the first one has a clock from the moment the complaint came in. */
react(complaintEvents.received, 'complaintLevels.begin', async (work, { complaintId }) => {
  const at = await locked(work, complaintId);
  if (!at?.above || at.row.levelId !== null || at.isClosed) return;
  const { origin, row } = at;
  const clock = await reckoned(work, origin, row.receivedAt);
  const place = { orgUnitId: row.orgUnitId, orgPath: row.orgPath, levelUnitId: origin.id };
  const since = { sinceAt: row.receivedAt, dueAt: clock.dueAt };
  await insertLevel(work, { ...place, complaintId, ...since });
  await startClock(work, row, origin, { from: row.receivedAt, ...clock, ownerId: row.handlerId });
});

/** Who handles it where it is answers for the clock of that level; while it waits above nobody does yet. */
const follow = async (work: Work, { complaintId }: { complaintId: string }) => {
  const at = await locked(work, complaintId);
  if (!at?.row.levelId || at.state === 'passedUp' || at.state === 'settled') return;
  await handClockOver(work, complaintId, at.row.handlerId);
};
react(complaintEvents.acknowledged, 'complaintLevels.acknowledged', follow);
react(complaintEvents.assigned, 'complaintLevels.assigned', follow);

/** The customer has his answer: no level has anything to do any more. */
async function settle(work: Work, complaintId: string, isDone: boolean): Promise<void> {
  const at = await locked(work, complaintId);
  if (!at?.row.levelId || at.state === 'settled') return;
  await (isDone ? keepClock : dropClock)(work, complaintId);
  await updateLevel(work, at.row.levelId, {
    state: levelLife.next('settle', at.state),
    dueAt: null,
  });
  await record(work, at, { step: 'settle', to: at.level, words: '', facts: {} });
  await emitted(work, levelEvents.settled, at, at.level);
}
react(complaintEvents.reportedBack, 'complaintLevels.answered', (work, { complaintId }) =>
  settle(work, complaintId, true),
);
react(complaintEvents.closed, 'complaintLevels.closed', (work, { complaintId, byException }) =>
  settle(work, complaintId, byException === null),
);

/** Opened again it begins where it came in. */
react(complaintEvents.reopened, 'complaintLevels.resume', async (work, { complaintId }) => {
  const at = await locked(work, complaintId);
  if (!at?.row.levelId || at.state !== 'settled' || at.isClosed) return;
  const { row, origin } = at;
  const clock = await reckoned(work, origin, work.now);
  await updateLevel(work, at.row.levelId, {
    state: levelLife.next('resume', at.state),
    levelUnitId: origin.id,
    ...{ sinceAt: work.now, dueAt: clock.dueAt, fromId: null },
  });
  await startClock(work, row, origin, { from: work.now, ...clock, ownerId: row.handlerId });
  await record(work, at, { step: 'resume', to: origin, words: '', facts: {} });
  await emitted(work, levelEvents.resumed, at, origin);
});

/** The clock of a level has run out: where the house wants it so, the complaint goes up by itself. */
react(commitmentEvents.broken, 'complaintLevels.late', async (work, { rule, aboutId, orgPath }) => {
  if (rule !== levelRule.key) return;
  const at = await locked(work, aboutId);
  const isSameLevel = at?.level.path === orgPath && (at.row.dueAt?.getTime() ?? 0) <= +work.now;
  if (!at || !isSameLevel || !at.above || at.isClosed || at.state === 'settled') return;
  const { isAutomatic } = await termAt(work, at.level);
  if (isAutomatic) await goUpByItself(work, at);
});
