import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import type { QueryOf } from '#shared/route.ts';
import type { dispatchRoutes, HoursRow } from '../contract.ts';
import { type HoursSums, hoursOf } from './queries-hours.ts';

/**
 * The three rates of labour (domain-rules §7.2): utilisation = worked ÷ attended, efficiency = sold ÷ worked,
 * productivity = sold ÷ attended = utilisation × efficiency. Per mille, rounded once; none where nothing is divided by.
 */
export function withRates(row: HoursSums): HoursRow {
  const { attendedMinutes, workedMinutes, soldMinutes } = row;
  return {
    ...row,
    utilisation: perMille(workedMinutes, attendedMinutes),
    efficiency: perMille(soldMinutes, workedMinutes),
    productivity: perMille(soldMinutes, attendedMinutes),
  };
}
const mostPerMille = 1_000_000;
const perMille = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.min(mostPerMille, Math.round((part * 1000) / whole));

/** A page of hours; without days, the last thirty. */
export function pageOfHours(
  work: Work,
  asked: QueryOf<typeof dispatchRoutes.hours>,
  after: readonly unknown[] | null,
  size: number,
) {
  const today = dateIn(zoneOfTenant, work.now);
  return hoursOf(work, {
    from: instantAt(zoneOfTenant, asked.from ?? addDays(today, -29), '00:00'),
    until: instantAt(zoneOfTenant, asked.until ?? today, '24:00'),
    zone: zoneOfTenant,
    by: asked.by ?? 'day',
    ofShop: asked.of === 'shop',
    afterPeriod: after === null ? null : String(after[0]),
    afterId: after === null ? null : String(after[1]),
    size,
  });
}
