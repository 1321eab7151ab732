import { type Period, spanOf } from '#modules/complaint-reviews/server/index.ts';
import { addDays, addMonths } from '#shared/dates.ts';
import { retainedAfterMonths } from '../lifecycle.ts';
import type { Looked } from './queries-counted.ts';

/** A period with the cohort whose return is looked at: as long, and six months earlier, or as far as it is long. */
export function lookedAt(period: Period): Looked {
  const { fromOn, untilOn } = period;
  const back = Math.max(retainedAfterMonths, monthsOf(period));
  const cohort = spanOf({
    fromOn: addMonths(fromOn, -back),
    untilOn: addDays(addMonths(addDays(untilOn, 1), -back), -1),
  });
  return {
    ...spanOf(period),
    ...{ fromOn, untilOn },
    ...{ cohortSince: cohort.since, cohortUntil: cohort.until },
  };
}

/** The same period some months earlier; periods begin with a month and end with one. */
export const earlier = ({ fromOn, untilOn }: Period, months: number): Period => ({
  fromOn: addMonths(fromOn, -months),
  untilOn: addDays(addMonths(addDays(untilOn, 1), -months), -1),
});

/** How many months a period has. */
export function monthsOf({ fromOn, untilOn }: Period): number {
  const [year = 0, month = 0] = fromOn.split('-').map(Number);
  const [lastYear = 0, lastMonth = 0] = untilOn.split('-').map(Number);
  return Math.max(1, (lastYear - year) * 12 + lastMonth - month + 1);
}

/** The month of a day and those before it, the latest last. */
export const monthsUpTo = (lastFromOn: string, count: number): Period[] =>
  Array.from({ length: count }, (_, at) => {
    const fromOn = addMonths(lastFromOn, at - count + 1);
    return { fromOn, untilOn: addDays(addMonths(fromOn, 1), -1) };
  });
