import { settingOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn, instantAt, weekdayOf } from '#shared/dates.ts';
import type { SurveySettings } from '../contract.ts';
import type { Occasion } from '../lifecycle.ts';

/** Within which days after the occasion a customer is asked; the hour is drawn. */
interface SurveyWindow {
  source: string;
  earliestDays: number;
  latestDays: number;
}

export const surveyWindows: Readonly<Record<Occasion, SurveyWindow>> = {
  delivery: {
    source: '行业惯例“三日回访”：提车后 2–3 天（domain-rules §5.1）',
    earliestDays: 2,
    latestDays: 3,
  },
  complaintClosed: {
    source: 'CMP-09《客户投诉处理流程》：投诉处理后进行客户满意度调查',
    earliestDays: 1,
    latestDays: 2,
  },
  yearly: {
    source: 'SUR-01 年度满意度调查；避开提车后的首次回访',
    earliestDays: 15,
    latestDays: 30,
  },
};
/** A yearly survey is for who has been a customer so long, and comes no more often. */
export const yearInDays = 365;

export const settingsKey = 'surveys.settings';
/** As shipped: by telephone until a house has SMS; a week of answers is unsealed on Monday morning. */
export const defaultSettings: SurveySettings = {
  way: 'call',
  callAfterDays: 3,
  validDays: 14,
  restDays: 30,
  leastForRate: 5,
  sealedUntil: 'week',
};
export const settingsAt = (work: Work, orgPath: string): Promise<SurveySettings> =>
  settingOf(work, settingsKey, orgPath, defaultSettings);

const unsealedAt = '08:00';
/** When an answer given now is unsealed: at the beginning of the next week or month, all of a period at once. */
export function unsealingOf({ sealedUntil }: SurveySettings, now: Date): Date {
  const today = dateIn(zoneOfTenant, now);
  const nextMonth = (on: string) => dateOfNextMonth(on);
  const on = sealedUntil === 'week' ? addDays(today, 8 - weekdayOf(today)) : nextMonth(today);
  return instantAt(zoneOfTenant, on, unsealedAt);
}

function dateOfNextMonth(on: string): string {
  const first = `${on.slice(0, 7)}-01`;
  return `${addDays(first, 31).slice(0, 7)}-01`;
}

/** So many answers, all of them the highest, look steered (domain-rules §5.1: CSI 取样). */
export const allTopFrom = 5;
/** So many answers from one browser at one address are more than a household gives. */
export const oneDeviceFrom = 3;
/** Up to here a call's satisfaction (1–5) tells of a customer who would have scored low. */
export const lowInCall = 2;
