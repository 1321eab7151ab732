import { addWorkingMinutes, type Calendar, openingsOn } from '#shared/business-calendar.ts';
import { dateIn } from '#shared/dates.ts';

const halfHourMs = 30 * 60_000;

const rounded = (instant: number) => new Date(Math.ceil(instant / halfHourMs) * halfHourMs);
/** So many hours later, on the half hour. */
export const byClock = (now: Date, hours: number) => rounded(now.getTime() + hours * 3_600_000);

/** So many working hours later, on the half hour if somebody is there then; by the clock where nobody ever is. */
export function whenAtWork(calendar: Calendar, now: Date, hours: number): Date {
  try {
    const due = addWorkingMinutes(calendar, now, hours * 60);
    if (due.kind !== 'due') return byClock(now, hours);
    const onHalfHour = rounded(due.dueAt.getTime());
    const isThere = openingsOn(calendar, dateIn(calendar.zone, due.dueAt)).some(
      ({ from, to }) => from <= onHalfHour && onHalfHour <= to,
    );
    return isThere ? onHalfHour : due.dueAt;
  } catch {
    return byClock(now, hours);
  }
}
