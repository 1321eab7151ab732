import { addDays } from '../dates.ts';
import type { DatedDay } from '../opening-hours.ts';

/** The public holidays of one year as the notice that sets them names them. */
export interface HolidayYear {
  readonly country: string;
  readonly year: number;
  /** `provisional`: reckoned from the law; the year's notice may add days and make-up work. */
  readonly status: 'published' | 'provisional';
  readonly source: string;
  /** First and last day off, both included. */
  readonly holidays: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Saturdays and Sundays that are worked in exchange (调休). */
  readonly workdays: readonly { readonly name: string; readonly date: string }[];
}

/** The year as days of a business calendar. */
export function datedDaysOfYear({ source, holidays, workdays }: HolidayYear): DatedDay[] {
  return [
    ...holidays.flatMap(({ name, from, to }) =>
      datesBetween(from, to).map((date): DatedDay => ({ date, kind: 'holiday', name, source })),
    ),
    ...workdays.map(({ name, date }): DatedDay => ({ date, kind: 'workday', name, source })),
  ];
}

function datesBetween(from: string, to: string): string[] {
  const dates = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
