import { useQuery } from '@tanstack/react-query';
import type { Calendar } from '#shared/business-calendar.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { type CalendarShown, calendarRoutes } from '../contract.ts';
import { byClock, whenAtWork } from './promiseTimes.ts';

const zone = 'Asia/Shanghai';
/** Longer than any holiday closes a house. */
const daysAhead = 21;
const keptMs = 3_600_000;

/**
 * What is promised a hundred times a day: so many working hours from now, on the half hour, and never when nobody
 * is there to hand the car over. Until the calendar is known, and where it never opens, by the clock alone.
 */
export function usePromiseTimes(hours: readonly number[]): string[] {
  const now = useNow();
  const from = dateIn(zone, now);
  const { data } = useQuery({
    ...reading(calendarRoutes.calendar, { query: { from, to: addDays(from, daysAhead) } }),
    staleTime: keptMs,
  });
  const times = hours.map((each) =>
    data ? whenAtWork(calendarOf(data), now, each) : byClock(now, each),
  );
  return [...new Set(times.map((time) => time.toISOString()))];
}

const calendarOf = ({ weekly, days }: CalendarShown): Calendar => ({
  zone,
  weekly,
  days: days.map(({ spans, ...day }) => (spans === null ? day : { ...day, spans })),
});
