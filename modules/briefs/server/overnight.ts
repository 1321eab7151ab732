import { calendarOf, notify } from '#modules/commitments/server/index.ts';
import { type Period, periodOf, today } from '#modules/complaint-reviews/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { isOpenOn } from '#shared/business-calendar.ts';
import { addDays } from '#shared/dates.ts';
import type { BriefGrain } from '../lifecycle.ts';
import { aboutBrief, draftBrief } from './briefs.ts';
import { briefOf, unitsLackingBrief } from './queries.ts';

/** How many readers hear of a draft: the nearest, of whom the table names fifty. */
const mostTold = 5;
/** After the longest holiday there is; what was not drawn up by then is drawn up by hand. */
const lastDayToDraft = 15;

const draftTask = defineTask<{ orgUnitId: string; grain: BriefGrain; fromOn: string }>(
  'briefs.draft',
  async (work, of) => {
    const unit = await unitById(work, of.orgUnitId);
    // Another night will do while the unit has not worked this month.
    if (!unit || !(await hasWorkBegun(work, unit.path))) return;
    if (await briefOf(work, of)) return;
    const row = await draftBrief(work, unit, of.grain, of.fromOn, 'zh-CN');
    const readers = await employeesWith(work, 'followUps.supervise', unit.path);
    await notify(
      work,
      readers.slice(0, mostTold).map(({ id }) => id),
      {
        kind: 'briefs.drafted',
        about: aboutBrief(row),
        facts: { unitName: unit.name, from: row.fromOn, until: row.untilOn },
        key: `briefs.drafted.${row.id}`,
      },
    );
  },
);

/** Whether today is the unit's first working day of the month, or that has been. */
async function hasWorkBegun(work: Work, orgPath: string): Promise<boolean> {
  const calendar = await calendarOf(work, orgPath);
  const on = today(work);
  for (let day = `${on.slice(0, 7)}-01`; day <= on; day = addDays(day, 1)) {
    if (isOpenOn(calendar, day)) return true;
  }
  return false;
}

/** Before the first working day of a month: each unit that followed up gets the brief of the month before, in January that of the year too (FUP-12). */
export async function draftOvernight(work: Work): Promise<void> {
  const on = today(work);
  if (Number(on.slice(8)) > lastDayToDraft) return;
  const lastMonth = periodOf('month', addDays(`${on.slice(0, 7)}-01`, -1));
  await draftAll(work, 'month', lastMonth);
  if (on.slice(5, 7) === '01') await draftAll(work, 'year', periodOf('year', lastMonth.fromOn));
}

async function draftAll(work: Work, grain: BriefGrain, period: Period): Promise<void> {
  const { fromOn } = period;
  for (const { id: orgUnitId } of await unitsLackingBrief(work, { ...period, grain })) {
    const key = `${orgUnitId}.${grain}.${fromOn}`;
    await work.later(draftTask, { orgUnitId, grain, fromOn }, work.now, key);
  }
}
