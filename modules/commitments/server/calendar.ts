import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, type DatedDay, planOf, type Span } from '#shared/business-calendar.ts';
import type { Weekday } from '#shared/dates.ts';
import { defaultCalendar } from '#shared/default-calendars.ts';
import { type OwnCalendar, ownCalendarOf } from './queries.ts';

export type Week = Readonly<Record<Weekday, readonly Span[]>>;

/** When a place in the tree works: its own rows, those of the units above, and the shipped calendar beneath. */
export async function calendarOf(work: Work, orgPath: string): Promise<Calendar> {
  return calendarFrom(await ownCalendarOf(work, orgPath));
}

/** Rows come from the root to the leaf, and of two days the later holds. */
export function calendarFrom(own: OwnCalendar): Calendar {
  const days: DatedDay[] = own.days.map(({ onDate, kind, name, spans, source }) => ({
    date: onDate,
    kind,
    name,
    source,
    ...(spans !== null && { spans }),
  }));
  return {
    zone: zoneOfTenant,
    weekly: own.weekly ?? defaultCalendar.weekly,
    days: [...defaultCalendar.days, ...days],
  };
}

/** Whether such a week ever opens: a house that never works cannot keep a promise. */
export const opensEver = (weekly: Week): boolean => {
  const calendar: Calendar = { zone: zoneOfTenant, weekly, days: [] };
  return ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10']
    .concat('2026-01-11')
    .some((date) => planOf(calendar, date).spans.length > 0);
};
