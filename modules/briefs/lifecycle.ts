import { defineLifecycle } from '#shared/lifecycle.ts';

/** A monthly brief or a yearly summary (小结、总结, FUP-12): drawn up, written to, and signed; then it stands. */
export const briefLife = defineLifecycle({
  initial: 'drafted',
  states: ['drafted', 'signed'],
  steps: { sign: { from: ['drafted'], to: 'signed' } },
});
export type BriefState = (typeof briefLife.states)[number];

export const briefGrains = ['month', 'year', 'campaign'] as const;
export type BriefGrain = (typeof briefGrains)[number];
/** Those of the calendar; the report of a campaign is drawn up from its page. */
export const periodGrains = ['month', 'year'] as const;
export type PeriodGrain = (typeof periodGrains)[number];

export const indicatorGrains = ['month', 'quarter', 'year'] as const;

/** In the order in which they are read: first what was done, then what came of it. */
export const indicatorKeys = [
  'cared',
  'inTime',
  'connected',
  'satisfied',
  'surveyed',
  'checked',
  'complaintsInTime',
  'booked',
  'returned',
  'retained',
] as const;
export type IndicatorKey = (typeof indicatorKeys)[number];
/** What can be laid to one person; that a car comes again is the shop’s, and his checked talks have a right of their own. */
export const personalKeys: readonly IndicatorKey[] = indicatorKeys.filter(
  (key) => key !== 'retained' && key !== 'checked',
);

/** So many days after a talk a booking or a visit is held to have come of it. Practice, no source: a month is what briefs look back on. */
export const followedWithinDays = 30;
/** Vehicles seen so many months before and seen again since: the variant of a maker's region, 《活跃与流失》, by vehicles and not by visits. */
export const retainedAfterMonths = 6;
/** 4 and 5 of five are satisfied: the top two boxes of CSAT. */
export const satisfiedFrom = 4;

/** Why a record is a notable case, in the order in which they are told. */
export const caseReasons = ['leastSatisfied', 'gravest', 'longestOpen', 'praised'] as const;
export type CaseReason = (typeof caseReasons)[number];
export const unfinishedKinds = ['matter', 'complaint', 'followUp'] as const;
export type UnfinishedKind = (typeof unfinishedKinds)[number];
