import { dateIn, instantAt, timeIn } from '#shared/dates.ts';

/** Times are the shop's, wherever the person sits. */
const zone = 'Asia/Shanghai';
export const clockOf = (instant: string): string => timeIn(zone, new Date(instant)).slice(0, 5);
export const dayOf = (instant: string): string => dateIn(zone, new Date(instant));
export const instantOf = (day: string, time: string): string =>
  instantAt(zone, day, time).toISOString();
/** The next half hour that is at least an hour away, as day and clock. */
export function soon(now: Date, minutes = 60): { day: string; time: string } {
  const halfHour = 30 * 60_000;
  const at = new Date(Math.ceil((now.getTime() + minutes * 60_000) / halfHour) * halfHour);
  return { day: dayOf(at.toISOString()), time: clockOf(at.toISOString()) };
}
