import { dateIn, instantAt, timeIn } from '#shared/dates.ts';

/** Times are the shop's, wherever the person sits. */
export const zone = 'Asia/Shanghai';
export const clockOf = (instant: string): string => timeIn(zone, new Date(instant)).slice(0, 5);
export const dayOf = (instant: string): string => dateIn(zone, new Date(instant));
export const instantOf = (day: string, time: string): string =>
  instantAt(zone, day, time).toISOString();

/** `1.5`: hours as people say them. */
export const inHours = (minutes: number): string => String(Math.round(minutes / 6) / 10);
