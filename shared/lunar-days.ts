import { daysBetween } from './dates.ts';

/**
 * The Chinese calendar by GB/T 33661-2017, year by year: New Year's Day and its months, long (大, 30 days) or short (小, 29),
 * a leap month marked. Data and not reckoned: the calendar of the runtime is a day off where a new moon comes near
 * midnight in Beijing.
 */
const lunarYears: readonly (readonly [newYear: string, months: string])[] = [
  ['2025-01-29', '大小大小小大闰小大小大大大小'],
  ['2026-02-17', '大小大小小大小小大大大小'],
  ['2027-02-06', '大大小大小小大小小大大小'],
  ['2028-01-26', '大大大小大闰小小大小小大大小'],
  ['2029-02-13', '大大小大小大小大小小大大'],
  ['2030-02-03', '小大小大大小大小大小大小'],
  ['2031-01-23', '小大大闰小大小大大小大小大小'],
  ['2032-02-11', '大小小大小大大小大大小大'],
  ['2033-01-31', '小大小小大小大小大大大闰小大'],
  ['2034-02-19', '小大小小大小大小大大小大'],
  ['2035-02-08', '大小大小小大小小大大小大'],
  ['2036-01-28', '大大小大小小闰大小小大小大大'],
  ['2037-02-15', '大大小大小小大小小大小大'],
  ['2038-02-04', '大大小大小大小大小小大小'],
  ['2039-01-24', '大大小大大闰小大小大小大小小'],
  ['2040-02-12', '大小大大小大小大大小大小'],
  ['2041-02-01', '小大小大小大大小大大小大'],
  ['2042-01-22', '小大闰小小大小大小大大小大大'],
  ['2043-02-10', '小大小小大小小大大小大大'],
  ['2044-01-30', '大小大小小大小闰小大小大大大'],
  ['2045-02-17', '大小大小小大小小大小大大'],
  ['2046-02-06', '大小大小大小大小小大小大'],
  ['2047-01-26', '大小大大小闰大小大小小大小大'],
  ['2048-02-14', '小大大小大大小大小小大小'],
  ['2049-02-02', '大小大小大大小大大小大小'],
];

/** A day of the Chinese calendar, with what its year and month are like. */
export interface LunarDay {
  month: number;
  day: number;
  isLeapMonth: boolean;
  monthDays: 29 | 30;
  /** The month after which this year has a leap month, if it has one. */
  leapAfter: number | null;
}

/** The day by the Chinese calendar; none where its year is not among those that are known (until January 2050). */
export function lunarDayOf(date: string): LunarDay | null {
  const year = lunarYears.findLast(([newYear]) => newYear <= date);
  if (!year) return null;
  const [newYear, written] = year;
  const months = written.match(/闰?[大小]/g) ?? [];
  const leapAt = months.findIndex((month) => month.startsWith('闰'));
  const leapAfter = leapAt < 0 ? null : leapAt;
  let left = daysBetween(newYear, date);
  for (const [at, month] of months.entries()) {
    const monthDays = month.endsWith('大') ? 30 : 29;
    if (left < monthDays) {
      const isPast = leapAfter !== null && at >= leapAfter;
      const isLeapMonth = at === leapAfter;
      return { month: isPast ? at : at + 1, day: left + 1, isLeapMonth, monthDays, leapAfter };
    }
    left -= monthDays;
  }
  return null;
}
