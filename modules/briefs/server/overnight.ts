import type { RowOf } from '#database/types.generated.ts';
import { calendarOf, notify } from '#modules/commitments/server/index.ts';
import { type Period, periodOf, today } from '#modules/complaint-reviews/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { isOpenOn } from '#shared/business-calendar.ts';
import { addDays } from '#shared/dates.ts';
import type { PeriodGrain } from '../lifecycle.ts';
import { aboutBrief, draftBrief } from './briefs.ts';
import { draftReport } from './campaign-reports.ts';
import { briefOf, campaignsLackingReport, reportOf, unitsLackingBrief } from './queries.ts';

/** How many readers hear of a draft: the nearest, of whom the table names fifty. */
const mostTold = 5;
/** After the longest holiday there is; what was not drawn up by then is drawn up by hand. */
const lastDayToDraft = 15;

const draftTask = defineTask<{ orgUnitId: string; grain: PeriodGrain; fromOn: string }>(
  'briefs.draft',
  async (work, of) => {
    const unit = await unitById(work, of.orgUnitId);
    // Another night will do while the unit has not worked this month.
    if (!unit || !(await hasWorkBegun(work, unit.path))) return;
    if (await briefOf(work, of)) return;
    const row = await draftBrief(work, unit, of.grain, of.fromOn, 'zh-CN');
    await tellReaders(work, row, unit.name);
  },
);

async function tellReaders(work: Work, row: RowOf<'briefs'>, unitName: string): Promise<void> {
  const readers = await employeesWith(work, 'followUps.supervise', row.orgPath);
  await notify(
    work,
    readers.slice(0, mostTold).map(({ id }) => id),
    {
      kind: row.campaignId === null ? 'briefs.drafted' : 'briefs.campaignDrafted',
      about: aboutBrief(row),
      facts: { unitName, from: row.fromOn, until: row.untilOn },
      key: `briefs.drafted.${row.id}`,
    },
  );
}

const reportTask = defineTask<{ campaignId: string }>(
  'briefs.report',
  async (work, { campaignId }) => {
    if (await reportOf(work, campaignId)) return;
    const { row, name } = await draftReport(work, campaignId, 'zh-CN');
    await tellReaders(work, row, name);
  },
);

/** So long after its days are over a report is drawn up unasked; what is older was wanted by nobody. */
const lookedBack = 30;

async function draftReports(work: Work): Promise<void> {
  const asked = { today: today(work), earliest: addDays(today(work), -lookedBack) };
  for (const { id: campaignId } of await campaignsLackingReport(work, asked)) {
    await work.later(reportTask, { campaignId }, work.now, campaignId);
  }
}

/** Whether today is the unit's first working day of the month, or that has been. */
async function hasWorkBegun(work: Work, orgPath: string): Promise<boolean> {
  const calendar = await calendarOf(work, orgPath);
  const on = today(work);
  for (let day = `${on.slice(0, 7)}-01`; day <= on; day = addDays(day, 1)) {
    if (isOpenOn(calendar, day)) return true;
  }
  return false;
}

/**
 * Before the first working day of a month: each unit that followed up gets the brief of the month before, in January that
 * of the year too; a campaign whose days are over gets its report (FUP-12).
 */
export async function draftOvernight(work: Work): Promise<void> {
  await draftReports(work);
  const on = today(work);
  if (Number(on.slice(8)) > lastDayToDraft) return;
  const lastMonth = periodOf('month', addDays(`${on.slice(0, 7)}-01`, -1));
  await draftAll(work, 'month', lastMonth);
  if (on.slice(5, 7) === '01') await draftAll(work, 'year', periodOf('year', lastMonth.fromOn));
}

async function draftAll(work: Work, grain: PeriodGrain, period: Period): Promise<void> {
  const { fromOn } = period;
  for (const { id: orgUnitId } of await unitsLackingBrief(work, { ...period, grain })) {
    const key = `${orgUnitId}.${grain}.${fromOn}`;
    await work.later(draftTask, { orgUnitId, grain, fromOn }, work.now, key);
  }
}
