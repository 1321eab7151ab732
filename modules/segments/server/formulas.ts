import { settingOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addMonths, dateIn } from '#shared/dates.ts';
import type { Formula } from '../contract.ts';

export const formulaKey = 'segments.formula';

/**
 * What holds until a tenant sets it. Months: 6 or 12 without a visit are usual, 3 too short for plans of 6 months
 * (domain rules §5.1, O2). The other figures are practice without a norm.
 */
export const defaultFormula: Formula = {
  formula: 'months',
  months: { sleepingAfter: 6, lostAfter: 12 },
  interval: { sleepingAfter: 1.5, lostAfter: 3, usualDays: 180 },
  visits: { activeFrom: 2 },
  value: { highFromFen: 500_000, middleFromFen: 100_000 },
};

export const formulaOf = (work: Work, orgPath: string): Promise<Formula> =>
  settingOf(work, formulaKey, orgPath, defaultFormula);

export const today = (work: Work) => dateIn(zoneOfTenant, work.now);

/** What a sweep of standings is reckoned with. */
export const factsOf = (work: Work) => ({
  today: today(work),
  zone: zoneOfTenant,
  formula: JSON.stringify(defaultFormula),
});

/** The first day of this month. */
export const monthBegins = (work: Work) => `${today(work).slice(0, 8)}01`;
export const monthsAgo = (work: Work, months: number) => addMonths(today(work), -months);
