/**
 * When the house works: spans per weekday (several a day, so that lunch is no working time), and
 * dated days that differ - statutory holidays and their make-up working days (调休), days closed,
 * days with hours of their own. All reckoning of deadlines stands on this; nothing is ambient.
 */
import { addDays, dateIn, instantAt, type Weekday, weekdayOf } from './dates.ts';

/** Hours of one day, `HH:MM` to `HH:MM` (at most `24:00`). A night shift is two spans on two days. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export type DatedKind = 'holiday' | 'workday' | 'closed' | 'special';

/** A day that differs from its weekday. Of two for one date the later in the list holds. */
export interface DatedDay {
  readonly date: string;
  /** `holiday` and `closed` have no hours; `workday` has those given or Monday's; `special` its own. */
  readonly kind: DatedKind;
  readonly spans?: readonly Span[];
  readonly name: string;
  /** The notice or decision that says so. */
  readonly source?: string;
}

export interface Calendar {
  readonly zone: string;
  readonly weekly: Readonly<Record<Weekday, readonly Span[]>>;
  readonly days: readonly DatedDay[];
}

export interface DayPlan {
  readonly date: string;
  readonly kind: 'weekly' | DatedKind;
  readonly spans: readonly Span[];
  /** Why the day is open or closed, for the person who asks. */
  readonly note: string;
}

export interface Opening {
  readonly from: Date;
  readonly to: Date;
}

/** No reckoning looks further; a calendar that is closed for so long is a mistake. */
export const mostDaysAhead = 3660;

/** What holds on the date. */
export function planOf(calendar: Calendar, date: string): DayPlan {
  const dated = datedDaysOf(calendar).get(date);
  if (!dated) return weeklyPlan(calendar, date);
  const { kind, name } = dated;
  switch (kind) {
    case 'holiday':
      return { date, kind, spans: [], note: `${name}放假` };
    case 'closed':
      return { date, kind, spans: [], note: name };
    case 'workday':
      return { date, kind, spans: dated.spans ?? workingSpans(calendar), note: `${name}调休上班` };
    case 'special':
      return { date, kind, spans: dated.spans ?? [], note: name };
  }
}

/** Whether there are working hours on the date. */
export function isOpenOn(calendar: Calendar, date: string): boolean {
  return planOf(calendar, date).spans.length > 0;
}

/** The openings of one date as instants, in order and apart, even where the clocks jump forward. */
export function openingsOn(calendar: Calendar, date: string): Opening[] {
  const openings: Opening[] = [];
  for (const span of planOf(calendar, date).spans) {
    const begin = instantAt(calendar.zone, date, span.from);
    const to = instantAt(calendar.zone, date, span.to);
    const before = openings.at(-1)?.to;
    const from = before && before > begin ? before : begin;
    if (from < to) openings.push({ from, to });
  }
  return openings;
}

/** Whether the house works at the instant; the end of a span belongs to the pause after it. */
export function isOpen(calendar: Calendar, instant: Date): boolean {
  return openingsOn(calendar, dateIn(calendar.zone, instant)).some(
    ({ from, to }) => from <= instant && instant < to,
  );
}

/** The instant itself where the house works, otherwise the next beginning of work. */
export function nextOpen(calendar: Calendar, instant: Date): Date {
  const today = dateIn(calendar.zone, instant);
  for (let ahead = 0; ahead <= mostDaysAhead; ahead++) {
    const opening = openingsOn(calendar, addDays(today, ahead)).find(({ to }) => instant < to);
    if (opening) return opening.from < instant ? instant : opening.from;
  }
  throw neverOpen();
}

/** Whether spans of a day are well written: in order, apart from each other, none empty. */
export function spansAreSound(spans: readonly Span[]): boolean {
  const time = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
  return spans.every(({ from, to }, at) => {
    const before = spans[at - 1];
    return time.test(from) && time.test(to) && from < to && (!before || before.to < from);
  });
}

/** What is thrown where a term can never end: the calendar opens no more. */
export function neverOpen(): RangeError {
  return new RangeError('the calendar has no working hours ahead');
}

function weeklyPlan(calendar: Calendar, date: string): DayPlan {
  const weekday = weekdayOf(date);
  const spans = calendar.weekly[weekday];
  const note = `周${'一二三四五六日'[weekday - 1]}${spans.length > 0 ? '' : '休息'}`;
  return { date, kind: 'weekly', spans, note };
}

/** A make-up day stands in for a day of the working week, so it has such a day's hours. */
function workingSpans(calendar: Calendar): readonly Span[] {
  const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const weekday = week.find((each) => calendar.weekly[each].length > 0);
  return weekday ? calendar.weekly[weekday] : [];
}

const datedDays = new WeakMap<Calendar, ReadonlyMap<string, DatedDay>>();

function datedDaysOf(calendar: Calendar): ReadonlyMap<string, DatedDay> {
  const known = datedDays.get(calendar);
  if (known) return known;
  const byDate = new Map(calendar.days.map((day) => [day.date, day]));
  datedDays.set(calendar, byDate);
  return byDate;
}
