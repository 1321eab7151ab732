import { calendarOf, notify } from '#modules/commitments/server/index.ts';
import { type Period, spanOf, today } from '#modules/complaint-reviews/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { defineTask, react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingDays, isOpenOn } from '#shared/business-calendar.ts';
import { addDays } from '#shared/dates.ts';
import type { ReportRule } from '../contract.ts';
import { reportEvents } from '../events.ts';
import type { ReportGrain } from '../lifecycle.ts';
import { freshFacts, hasCome, partsOf } from './facts.ts';
import { dueDaysAt, lastPeriod, reportPeriod } from './periods.ts';
import { insertReport, latestReport, lockToSend, managersOf } from './queries.ts';
import { type UnitAt, unitAt, unitsOwing } from './queries-units.ts';
import { aboutReport, placeToCount, recount, sendOff } from './reports.ts';
import { ruleOf } from './rules.ts';

const mostTold = 5;

interface Wanted {
  orgUnitId: string;
  grain: ReportGrain;
  fromOn: string;
}
const draftTask = defineTask<Wanted>('complaintReports.draft', draftIfReady);

const sendTask = defineTask<{ reportId: string }>(
  'complaintReports.send',
  async (work, { reportId }) => {
    const row = await lockToSend(work, reportId);
    if (row?.state === 'drafted') await sendOff(work, row, null);
  },
);

/**
 * Each night: the units that owe a report on the period that is over last, from the bottom of the tree up; whoever
 * waits for one that is past its day hears of it (CMP-14).
 */
export async function reportOvernight(work: Work): Promise<void> {
  const rule = await ruleOf(work);
  if (!rule.isOn) return;
  const { grain } = rule;
  const period = lastPeriod(grain, today(work));
  const { fromOn } = period;
  for (const { id: orgUnitId } of await unitsOwing(work, { ...spanOf(period), grain, fromOn })) {
    const wanted = { orgUnitId, grain, fromOn };
    await work.later(draftTask, wanted, work.now, `${orgUnitId}.${grain}.${fromOn}.${today(work)}`);
  }
}

/** A report has come: whoever stands above counts his own again, or begins it when it was the last one that lacked. */
react(reportEvents.sent, 'complaintReports.onward', async (work, told) => {
  const grain = told.grain as ReportGrain;
  const { fromOn } = told;
  const period = reportPeriod(grain, fromOn);
  const unit = await unitAt(work, { ...spanOf(period), unitId: told.orgUnitId });
  if (!unit?.parentId) return;
  const wanted = { orgUnitId: unit.parentId, grain, fromOn };
  const above = await latestReport(work, wanted);
  if (!above) return draftIfReady(work, wanted);
  const row = await lockToSend(work, above.id);
  if (row?.state === 'drafted') await recount(work, row);
});

async function draftIfReady(work: Work, { orgUnitId, grain, fromOn }: Wanted): Promise<void> {
  const period = reportPeriod(grain, fromOn);
  const unit = await unitAt(work, { ...spanOf(period), unitId: orgUnitId });
  const rule = await ruleOf(work);
  if (!unit?.parentId || !rule.isOn) return;
  if (await latestReport(work, { orgUnitId, grain, fromOn })) return;
  const above = await unitAt(work, { ...spanOf(period), unitId: unit.parentId });
  if (!above) return;
  const dueAt = (await dueDaysAt(work, above.path, rule, period))(unit.height);
  const place = await placeToCount(work, unit, { grain, ...period });
  const below = await partsOf(work, place);
  const isWaiting = below.some(({ standing }) => standing === 'waiting');
  const hasBegun = below.length > 0 || (await hasWorkBegun(work, unit.path, period));
  if (isWaiting || !hasBegun) {
    if (work.now > dueAt) await tellMissing(work, unit, above, period);
    return;
  }
  for (const { row, standing } of below) {
    if (!hasCome(standing) && standing === 'missing') await tellMissing(work, row, unit, period);
  }
  await draft(work, unit, above, { rule, grain, period, dueAt, place });
}

interface Drafting {
  rule: ReportRule;
  grain: ReportGrain;
  period: Period;
  dueAt: Date;
  place: Parameters<typeof freshFacts>[1];
}
async function draft(work: Work, unit: UnitAt, above: UnitAt, of: Drafting): Promise<void> {
  const { rule, grain, period, dueAt, place } = of;
  const wordsUntil = wordsTime(
    work,
    dueAt,
    addWorkingDays(await calendarOf(work, unit.path), work.now, rule.wordDays).dueAt,
  );
  const row = await insertReport(work, {
    ...{ orgUnitId: unit.id, orgPath: unit.path, toUnitId: above.id },
    ...{ grain, ...period, dueAt, wordsUntil },
    facts: await freshFacts(work, place),
    figuresAt: work.now,
  });
  const about = aboutReport(row);
  const { fromOn, untilOn } = period;
  await work.emit(reportEvents.drafted, { complaintReportId: row.id, grain, fromOn }, about);
  await work.later(sendTask, { reportId: row.id }, wordsUntil, row.id);
  await notify(work, await managersOf(work, unit.path), {
    kind: 'complaintReports.drafted',
    about,
    facts: { unitName: unit.name, from: fromOn, until: untilOn, due: wordsUntil.toISOString() },
    key: `complaintReports.drafted.${row.id}`,
  });
}

/** Words never make a report late: what is begun after its day goes at once. */
function wordsTime(work: Work, dueAt: Date, wanted: Date): Date {
  if (wanted <= dueAt) return wanted;
  return dueAt > work.now ? dueAt : work.now;
}

async function tellMissing(
  work: Work,
  unit: Pick<UnitAt, 'id' | 'name'>,
  above: UnitAt,
  { fromOn, untilOn }: Period,
): Promise<void> {
  const readers = await employeesWith(work, 'complaints.supervise', above.path);
  await notify(
    work,
    readers.slice(0, mostTold).map(({ id }) => id),
    {
      kind: 'complaintReports.missing',
      about: { type: 'complaintReportOverview', id: above.id },
      facts: { unitName: unit.name, from: fromOn, until: untilOn },
      key: `complaintReports.missing.${unit.id}.${fromOn}`,
    },
  );
}

/** Whether the unit has worked since the period ended, or works today. */
async function hasWorkBegun(work: Work, orgPath: string, { untilOn }: Period): Promise<boolean> {
  const calendar = await calendarOf(work, orgPath);
  const last = today(work);
  for (let day = addDays(untilOn, 1); day <= last; day = addDays(day, 1)) {
    if (isOpenOn(calendar, day)) return true;
  }
  return false;
}
