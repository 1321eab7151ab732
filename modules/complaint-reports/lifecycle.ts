import { type AnalysisFigure, analysisFigures } from '#modules/complaint-reviews/lifecycle.ts';
import { defineLifecycle } from '#shared/lifecycle.ts';

/** A report upward (投诉定期报告, CMP-14): counted, given words, sent; what is wrong afterwards is put right by another edition. */
export const reportLife = defineLifecycle({
  initial: 'drafted',
  states: ['drafted', 'sent'],
  steps: { send: { from: ['drafted'], to: 'sent' } },
});
export type ReportState = (typeof reportLife.states)[number];
/** In the order of the buttons; `correct` makes a new edition and leaves this one as it is. */
export const reportSteps = ['send', 'correct'] as const;

export const reportGrains = ['month', 'week', 'quarter'] as const;
export type ReportGrain = (typeof reportGrains)[number];

/** What stands in a report: all that the analysis counts, since value and base of each add up over units. */
export const reportFigures = analysisFigures;
export type ReportFigure = AnalysisFigure;

/** For how many days a complaint was open when the period ended; the upper bound of each, the last without one. Practice. */
export const ageBounds = { upTo3: 3, upTo7: 7, upTo15: 15, upTo30: 30, over30: null } as const;
export type AgeBand = keyof typeof ageBounds;
export const ageBands = Object.keys(ageBounds) as AgeBand[];

/** How the report of a unit below stands: gone, not due yet, missing after its day, or sent to who stood above it then. */
export const standings = ['sent', 'sentLate', 'waiting', 'missing', 'elsewhere'] as const;
export type Standing = (typeof standings)[number];
