import { fullTime } from '#web/times.ts';

/** The shop's calendar day of an instant. */
export const dayOf = (instant: string): string => fullTime(instant).slice(0, 10);
