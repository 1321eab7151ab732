/** Windows of days in which something is to happen, such as a follow-up (FUP-01, FUP-02). */
import { addDays } from './dates.ts';
import {
  type Calendar,
  type DayPlan,
  isOpenOn,
  mostDaysAhead,
  neverOpen,
  planOf,
} from './opening-hours.ts';

export interface DayWindow {
  readonly earliestOn: string;
  readonly latestOn: string;
  /** Where the window would have begun and ended, had every day been open. */
  readonly plannedEarliestOn: string;
  readonly plannedLatestOn: string;
  /** The closed days that moved its beginning or its end. */
  readonly skipped: readonly SkippedDay[];
}

interface SkippedDay {
  readonly date: string;
  readonly moved: 'earliest' | 'latest';
  readonly note: string;
}

/**
 * The days between which something is to happen, counted from the anchor, both ends included: a car
 * fetched on Monday may be called from Thursday to next Monday (FUP-01: 3 to 7 days). A beginning
 * on a closed day moves to the next open one, an end to the one before, never before the beginning.
 */
export function windowOfDays(
  calendar: Calendar,
  anchorDate: string,
  { earliestDays, latestDays }: { earliestDays: number; latestDays: number },
): DayWindow {
  if (earliestDays > latestDays) throw new RangeError('the window ends before it begins');
  const plannedEarliestOn = addDays(anchorDate, earliestDays);
  const plannedLatestOn = addDays(anchorDate, latestDays);
  const earliest = openDayFrom(calendar, plannedEarliestOn, 1);
  const latest = openDayFrom(calendar, plannedLatestOn, -1, earliest.date);
  const skipped = [
    ...earliest.closed.map((plan) => skippedDay(plan, 'earliest')),
    ...latest.closed.map((plan) => skippedDay(plan, 'latest')),
  ];
  return {
    earliestOn: earliest.date,
    latestOn: latest.date,
    plannedEarliestOn,
    plannedLatestOn,
    skipped,
  };
}

/** Goes day by day to an open one, but not further than `until`. */
function openDayFrom(
  calendar: Calendar,
  date: string,
  step: 1 | -1,
  until?: string,
): { date: string; closed: DayPlan[] } {
  const closed: DayPlan[] = [];
  for (let day = date; closed.length <= mostDaysAhead; day = addDays(day, step)) {
    if (until !== undefined && day <= until) return { date: until, closed };
    if (isOpenOn(calendar, day)) return { date: day, closed };
    closed.push(planOf(calendar, day));
  }
  throw neverOpen();
}

function skippedDay({ date, note }: DayPlan, moved: SkippedDay['moved']): SkippedDay {
  return { date, moved, note };
}
