import { defineLifecycle } from '#shared/lifecycle.ts';

/** A summary meeting (总结会议, CMP-13): its pack is made, its minutes are written, and then they stand. */
export const reviewLife = defineLifecycle({
  initial: 'prepared',
  states: ['prepared', 'held'],
  steps: { hold: { from: ['prepared'], to: 'held' } },
});
export type ReviewState = (typeof reviewLife.states)[number];

/** What was agreed on: done, or dropped with a reason. */
export const measureLife = defineLifecycle({
  initial: 'agreed',
  states: ['agreed', 'done', 'dropped'],
  steps: {
    finish: { from: ['agreed'], to: 'done' },
    drop: { from: ['agreed'], to: 'dropped' },
  },
});
export type MeasureState = (typeof measureLife.states)[number];

export const grains = ['month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];
export const purposes = ['improvement', 'prevention'] as const;

/** By what complaints are laid beside each other (CMP-14). */
export const dimensions = ['kind', 'cause', 'shop', 'advisor', 'technician', 'model'] as const;
export type Dimension = (typeof dimensions)[number];
/** They speak of the work of one person: shown to who supervises. */
export const personDimensions: readonly Dimension[] = ['advisor', 'technician'];

export const analysisFigures = [
  'received',
  'complaintRate',
  'receiptInTime',
  'answeredInTime',
  'solvedInTime',
  'toldInTime',
  'closedInTime',
  'resolved',
  'reopened',
  'recurred',
  'satisfied',
  'cost',
] as const;
export type AnalysisFigure = (typeof analysisFigures)[number];

/** What the records behind a figure are: of a clock those that were late, since these are looked at. */
export const recordFigures = [
  'received',
  'lateReceipt',
  'lateAnswer',
  'lateSolve',
  'lateTell',
  'lateClose',
  'resolved',
  'reopened',
  'recurred',
  'satisfied',
  'withCost',
] as const;

/** Why a case is put before the meeting; in the order in which they are looked for. */
export const caseReasons = ['gravest', 'cameBack', 'longestOpen', 'dearest', 'latest'] as const;

export const verdicts = ['tooEarly', 'tooFew', 'fell', 'rose', 'notClear'] as const;
