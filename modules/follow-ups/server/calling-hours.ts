import { calendarOf } from '#modules/commitments/server/index.ts';
import { settingOf } from '#modules/organisation/server/index.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  type Calendar,
  isOpen,
  nextOpen,
  openingsOn,
  planOf,
  type Span,
} from '#shared/business-calendar.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { defaultContactHours } from '#shared/default-calendars.ts';

/** The hours that a customer named himself, `HH:MM` or `HH:MM:SS`. */
export interface OwnHours {
  callFrom: string | null;
  callUntil: string | null;
}

export interface Quiet {
  code: 'restHours' | 'holiday' | 'customerHours';
  opensAt: Date;
}

/**
 * When this tenant calls its customers (FUP-09): the week that it set (`followUps.callingWeek`), else the shipped
 * one; the holidays are those of its business calendar.
 */
export async function callingHoursOf(
  work: Work,
  orgPath: string,
  business: Calendar,
): Promise<Calendar> {
  const weekly = await settingOf(
    work,
    'followUps.callingWeek',
    orgPath,
    defaultContactHours.weekly,
  );
  return callingHours(business, weekly);
}

export function callingHours(
  business: Calendar,
  weekly: Calendar['weekly'] = defaultContactHours.weekly,
): Calendar {
  const days = business.days.filter(({ kind }) => kind === 'holiday');
  return { zone: business.zone, weekly, days };
}

/** The calling hours as one customer wishes them: his own span on every day that is no holiday. */
export function hoursFor(hours: Calendar, { callFrom, callUntil }: OwnHours): Calendar {
  if (!callFrom && !callUntil) return hours;
  const span: Span = {
    from: callFrom?.slice(0, 5) ?? '00:00',
    to: callUntil?.slice(0, 5) ?? '24:00',
  };
  if (span.from >= span.to) return hours;
  const spans = [span];
  const weekly = { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans };
  return { ...hours, weekly };
}

/** Why nobody should call now, and from when on one may; `undefined` when one may. */
export function quietNow(hours: Calendar, own: OwnHours, now: Date): Quiet | undefined {
  const wished = hoursFor(hours, own);
  if (isOpen(wished, now)) return undefined;
  const opensAt = nextOpen(wished, now);
  const isHoliday = planOf(wished, dateIn(wished.zone, now)).kind === 'holiday';
  if (isHoliday) return { code: 'holiday', opensAt };
  return { code: wished === hours ? 'restHours' : 'customerHours', opensAt };
}

/**
 * Holds the hours of rest (FUP-09), from wherever somebody is called; who asked for the call may be called in them.
 * @returns whether it is their hours of rest, so that the call is made because he asked
 * @throws Problem 422 `quiet_hours` with the reason and from when on he may be called
 */
export async function refuseQuietHours(
  work: Work,
  orgPath: string,
  own: OwnHours & { askedByCustomer?: boolean },
): Promise<boolean> {
  const hours = await callingHoursOf(work, orgPath, await calendarOf(work, orgPath));
  const quiet = quietNow(hours, own, work.now);
  if (!quiet || own.askedByCustomer) return quiet !== undefined;
  const { opensAt, code: reason } = quiet;
  const opensAtLocal = `${dateIn(hours.zone, opensAt)} ${timeIn(hours.zone, opensAt)}`;
  throw new Problem(422, 'quiet_hours', { reason, opensAt: opensAt.toISOString(), opensAtLocal });
}

/** The last moment of a day at which a customer may be called; where none may, the end of the day's work. */
export function lastCallOn(hours: Calendar, business: Calendar, date: string): Date {
  const end = openingsOn(hours, date).at(-1)?.to ?? openingsOn(business, date).at(-1)?.to;
  if (!end) throw new RangeError(`nobody works on ${date}`);
  return end;
}
