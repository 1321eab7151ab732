/**
 * Terms in working minutes, in working days and in hours by the clock. Each result carries its whole
 * sum - what was counted, what was skipped and why - so that "why this time?" is answered by the
 * reckoning itself and not by a second one.
 */
import { addDays, dateIn, instantAt } from './dates.ts';
import {
  type Calendar,
  type DayPlan,
  mostDaysAhead,
  neverOpen,
  openingsOn,
  planOf,
} from './opening-hours.ts';
import { type Pause, pausedPieces, type Stretch } from './pauses.ts';

/** A line of the sum: what it is, from when to when, and why (a weekday, a holiday, a reason). */
export interface SumSpan extends Stretch {
  /** Whole minutes that count towards the term; those of all spans add up to it. */
  readonly minutes: number;
}

export interface Due {
  readonly kind: 'due';
  readonly dueAt: Date;
  readonly spans: readonly SumSpan[];
}

/** The clock stands still: there is no due time until the pause ends. */
export interface Paused {
  readonly kind: 'paused';
  readonly since: Date;
  readonly reason: string;
  readonly minutesLeft: number;
  readonly spans: readonly SumSpan[];
}

const minuteInMs = 60_000;

/**
 * When so many working minutes after `from` are over. The due time lies within working hours or at
 * their end. Wants a whole number of minutes, not negative; none at all is the next working moment.
 */
export function addWorkingMinutes(
  calendar: Calendar,
  from: Date,
  minutes: number,
  pauses: readonly Pause[] = [],
): Due | Paused {
  return count(workingStretches(calendar, from), minutes, pauses);
}

/** Terms by the clock ("24 hours", CMP-03): they run through nights and holidays. */
export function addCalendarHours(
  from: Date,
  hours: number,
  pauses: readonly Pause[] = [],
): Due | Paused {
  const endOfTime = new Date(8.64e15);
  const running = { kind: 'counted', from, to: endOfTime, note: '按自然时间计' } as const;
  return count([running], hours * 60, pauses);
}

/**
 * The end of work on the so-manieth working day after the day of `from`. That day itself does not
 * count, and a term ends with the hours of business (民法典 art. 201, 203).
 */
export function addWorkingDays(calendar: Calendar, from: Date, days: number): Due {
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`not a term in days: ${days}`);
  const start = dateIn(calendar.zone, from);
  const spans: SumSpan[] = [];
  let counted = 0;
  for (let ahead = 1; ahead <= mostDaysAhead; ahead++) {
    const span = daySpan(calendar, planOf(calendar, addDays(start, ahead)));
    if (span.kind === 'counted') counted++;
    spans.push(span);
    if (counted === days) return { kind: 'due', dueAt: span.to, spans };
  }
  throw neverOpen();
}

/** Adds up what counts until the term is full. The kinds of stretches come in the order of time. */
function count(
  stretches: Iterable<Stretch>,
  minutes: number,
  pauses: readonly Pause[],
): Due | Paused {
  const term = termInMs(minutes);
  const spans: SumSpan[] = [];
  let spent = 0;
  for (const stretch of pausedPieces(stretches, pauses)) {
    if (stretch.kind === 'stopped') {
      const minutesLeft = Math.ceil((term - spent) / minuteInMs);
      return { kind: 'paused', since: stretch.from, reason: stretch.note, minutesLeft, spans };
    }
    const length = stretch.to.getTime() - stretch.from.getTime();
    const used = stretch.kind === 'counted' ? Math.min(term - spent, length) : 0;
    const to = stretch.kind === 'counted' ? new Date(stretch.from.getTime() + used) : stretch.to;
    spans.push({ ...stretch, to, minutes: wholeMinutes(spent + used) - wholeMinutes(spent) });
    spent += used;
    if (stretch.kind === 'counted' && spent === term) return { kind: 'due', dueAt: to, spans };
  }
  throw neverOpen();
}

function* workingStretches(calendar: Calendar, from: Date): Generator<Stretch> {
  const start = dateIn(calendar.zone, from);
  for (let ahead = 0; ahead <= mostDaysAhead; ahead++) {
    const plan = planOf(calendar, addDays(start, ahead));
    if (plan.spans.length === 0) yield closedDay(calendar, plan, from);
    for (const opening of openingsOn(calendar, plan.date)) {
      const begin = opening.from < from ? from : opening.from;
      if (begin < opening.to)
        yield { kind: 'counted', from: begin, to: opening.to, note: plan.note };
    }
  }
}

function closedDay(calendar: Calendar, plan: DayPlan, from: Date): Stretch {
  const begin = instantAt(calendar.zone, plan.date, '00:00');
  const to = instantAt(calendar.zone, plan.date, '24:00');
  return { kind: 'closed', from: begin < from ? from : begin, to, note: plan.note };
}

function daySpan(calendar: Calendar, plan: DayPlan): SumSpan {
  const openings = openingsOn(calendar, plan.date);
  const first = openings[0];
  const last = openings.at(-1);
  if (!first || !last) return { ...closedDay(calendar, plan, new Date(0)), minutes: 0 };
  const length = openings.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
  const minutes = wholeMinutes(length);
  return { kind: 'counted', from: first.from, to: last.to, minutes, note: plan.note };
}

function termInMs(minutes: number): number {
  const term = minutes * minuteInMs;
  if (!Number.isSafeInteger(minutes) || !Number.isSafeInteger(term) || minutes < 0) {
    throw new RangeError(`not a term: ${minutes} minutes`);
  }
  return term;
}

function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / minuteInMs);
}
