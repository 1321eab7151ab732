import { calendarOf } from '#modules/commitments/server/index.ts';
import { type Period, periodOf, spanOf } from '#modules/complaint-reviews/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingDays } from '#shared/business-calendar.ts';
import { addDays, weekdayOf } from '#shared/dates.ts';
import type { ReportRule } from '../contract.ts';
import type { ReportGrain } from '../lifecycle.ts';

/** The week from Monday, month or quarter that a day lies in. */
export function reportPeriod(grain: ReportGrain, on: string): Period {
  if (grain !== 'week') return periodOf(grain, on);
  const fromOn = addDays(on, 1 - weekdayOf(on));
  return { fromOn, untilOn: addDays(fromOn, 6) };
}

export const reportPeriodBefore = (grain: ReportGrain, { fromOn }: Period): Period =>
  reportPeriod(grain, addDays(fromOn, -1));

/** The last one that is over. */
export const lastPeriod = (grain: ReportGrain, today: string): Period =>
  reportPeriodBefore(grain, reportPeriod(grain, today));

/**
 * By when the reports of a period are with the unit above: working days by its calendar, as many for each tier from the
 * bottom, since a report waits for those it is made of.
 * @param height tiers that stand below the unit that reports
 */
export async function dueDaysAt(
  work: Work,
  abovePath: string,
  { dueDays }: Pick<ReportRule, 'dueDays'>,
  period: Period,
): Promise<(height: number) => Date> {
  const calendar = await calendarOf(work, abovePath);
  const lastMoment = new Date(spanOf(period).until.getTime() - 1);
  const known = new Map<number, Date>();
  return (height) => {
    const due =
      known.get(height) ?? addWorkingDays(calendar, lastMoment, dueDays * (height + 1)).dueAt;
    known.set(height, due);
    return due;
  };
}
