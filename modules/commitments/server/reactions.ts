import { defineTask, react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { calendarEvents, commitmentEvents } from '../events.ts';
import { tell, wind } from './deadlines.ts';
import { pausesOf, reckonedAgain } from './promises.ts';
import { type CommitmentRow, lockOpenBelow, updateCommitment } from './queries.ts';
import { knownRule, rulesOfBusinessTime } from './rules.ts';

const atOnce = 200;

/** A holiday that is added, or hours that change, move every running term that was counted in hours of business. */
const follow = defineTask<{ orgPath: string; afterId: string | null }>(
  'commitments.followCalendar',
  async (work, { orgPath, afterId }) => {
    const rows = await lockOpenBelow(work, orgPath, rulesOfBusinessTime(), afterId, atOnce);
    for (const row of rows) await reckonAnew(work, row);
    const last = rows.at(-1);
    if (rows.length === atOnce) {
      await work.later(follow, { orgPath, afterId: last!.id }, work.now);
    }
  },
);

react(calendarEvents.changed, 'commitments.calendarChanged', async (work, { orgPath }) => {
  await work.later(follow, { orgPath, afterId: null }, work.now);
});

/** Never makes a promise late after the fact: a term that would already be over stays where it was. */
async function reckonAnew(work: Work, row: CommitmentRow): Promise<void> {
  const clock = await reckonedAgain(work, row, pausesOf(row));
  if (clock.dueAt.getTime() === row.dueAt.getTime() || clock.dueAt <= work.now) return;
  const after = await updateCommitment(work, row.id, { ...clock, warnedAt: null });
  await tell(work, commitmentEvents.moved, after);
  await wind(work, after, knownRule(row.rule));
}
