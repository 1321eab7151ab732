import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  type Calendar,
  type DatedDay,
  type Span,
  spansAreSound,
} from '#shared/business-calendar.ts';
import type { Weekday } from '#shared/dates.ts';
import { defaultCalendar } from '#shared/default-calendars.ts';
import { chinaHolidayYears } from '#shared/holidays/china.ts';
import type { BodyOf } from '#shared/route.ts';
import type { CalendarDayShown, CalendarShown, calendarRoutes } from '../contract.ts';
import { calendarEvents } from '../events.ts';
import {
  type OwnCalendar,
  ownCalendarOf,
  removeDays,
  saveDays,
  saveWeek,
} from './queries-calendar.ts';

export type Week = Readonly<Record<Weekday, readonly Span[]>>;
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** When a place in the tree works: its own rows, those of the units above, and the shipped calendar beneath. */
export async function calendarOf(work: Work, orgPath: string): Promise<Calendar> {
  return calendarFrom(await ownCalendarOf(work, orgPath));
}

/** Rows come from the root to the leaf, and of two days the later holds. */
function calendarFrom(own: OwnCalendar): Calendar {
  const days = own.days.map(({ onDate, kind, name, spans, source }): DatedDay => {
    const day = { date: onDate, kind, name, source };
    return spans === null ? day : { ...day, spans };
  });
  return {
    zone: zoneOfTenant,
    weekly: own.weekly ?? defaultCalendar.weekly,
    days: [...defaultCalendar.days, ...days],
  };
}

/** The calendar for a person: what holds, and whose word it is. */
export async function shownCalendar(
  work: Work,
  { from, to }: { from: string; to: string },
): Promise<CalendarShown> {
  const { unitId, unitPath } = work.actor;
  const own = await ownCalendarOf(work, unitPath);
  const calendar = calendarFrom(own);
  const ownDates = new Set(own.days.map(({ onDate }) => onDate));
  const holding = new Map(calendar.days.map((day) => [day.date, day]));
  const days = [...holding.values()]
    .filter(({ date }) => date >= from && date <= to)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const weekOrigin = own.weekPath === null ? 'shipped' : 'inherited';
  return {
    orgUnitId: unitId,
    zone: calendar.zone,
    weekly: weekShown(calendar),
    weekOrigin: own.weekPath === unitPath ? 'own' : weekOrigin,
    days: days.slice(0, 2000).map((day) => shownDay(day, ownDates.has(day.date))),
  };
}

const copied = (spans: readonly Span[]) => spans.map(({ from, to }) => ({ from, to }));
const weekShown = ({ weekly }: Calendar) =>
  Object.fromEntries(weekdays.map((day) => [day, copied(weekly[day])])) as CalendarShown['weekly'];

function shownDay({ date, kind, name, spans, source }: DatedDay, isOwn: boolean): CalendarDayShown {
  const year = chinaHolidayYears.find((each) => String(each.year) === date.slice(0, 4));
  const shipped = year?.status === 'provisional' ? 'provisional' : 'shipped';
  return {
    date,
    kind,
    name,
    spans: spans ? copied(spans) : null,
    source: source ?? '',
    origin: isOwn ? 'own' : shipped,
  };
}

/** Changes the calendar of the caller's unit; units below follow it where they have none of their own. */
export async function changeCalendar(
  work: Work,
  { weekly, set = [], remove = [] }: BodyOf<typeof calendarRoutes.changeCalendar>,
): Promise<number> {
  const { unitPath, unitId } = work.actor;
  refuseUnsound(weekly, set);
  if (weekly) await saveWeek(work, unitPath, weekly);
  if (remove.length > 0) await removeDays(work, unitPath, remove);
  if (set.length > 0) await saveDays(work, unitPath, lastOfEachDate(set));
  const about = { type: 'calendar', id: unitId, orgPath: unitPath };
  await work.emit(calendarEvents.changed, { orgPath: unitPath }, about);
  return (weekly ? 1 : 0) + remove.length + set.length;
}

function refuseUnsound(
  weekly: Week | undefined,
  set: readonly { spans?: readonly Span[] }[],
): void {
  for (const day of weekly ? weekdays : []) {
    if (!spansAreSound(weekly![day])) throw ruleBroken(`/weekly/${day}`, 'spans_unsound');
  }
  for (const [at, { spans = [] }] of set.entries()) {
    if (!spansAreSound(spans)) throw ruleBroken(`/set/${at}/spans`, 'spans_unsound');
  }
  if (weekly && weekdays.every((day) => weekly[day].length === 0)) {
    throw ruleBroken('/weekly', 'never_open');
  }
}

const lastOfEachDate = (days: readonly DatedDay[]) => [
  ...new Map(days.map((day) => [day.date, day])).values(),
];
