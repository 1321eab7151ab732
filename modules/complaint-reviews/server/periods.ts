import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import { addDays, addMonths, instantAt, isDate } from '#shared/dates.ts';
import type { Grain } from '../lifecycle.ts';

/** Days of a calendar, the last one included. */
export interface Period {
  fromOn: string;
  untilOn: string;
}

const months: Record<Grain, number> = { month: 1, quarter: 3, year: 12 };
/** How many periods a trend shows, the one asked for included. */
const shown: Record<Grain, number> = { month: 12, quarter: 8, year: 5 };

/** The calendar of the house ends somewhere: a day beyond it is a slip of the hand. */
export function refuseFarDay(pointer: string, day: string | undefined): void {
  if (day !== undefined && !isDate(day)) throw ruleBroken(pointer, 'day_too_far');
}

/** The month, quarter or year that a day lies in. */
export function periodOf(grain: Grain, on: string): Period {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const first = month - ((month - 1) % months[grain]);
  const fromOn = `${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`;
  return { fromOn, untilOn: addDays(addMonths(fromOn, months[grain]), -1) };
}

export const periodBefore = (grain: Grain, { fromOn }: Period): Period =>
  periodOf(grain, addDays(fromOn, -1));

/** The periods of a trend, the one asked for last. */
export const periodsUpTo = (grain: Grain, { fromOn }: Period): Period[] =>
  Array.from({ length: shown[grain] }, (_, at) =>
    periodOf(grain, addMonths(fromOn, -months[grain] * (shown[grain] - 1 - at))),
  );

/** The instants between which a period lies, the second one outside. */
export const spanOf = ({ fromOn, untilOn }: Period) => ({
  since: instantAt(zoneOfTenant, fromOn, '00:00'),
  until: instantAt(zoneOfTenant, addDays(untilOn, 1), '00:00'),
});
