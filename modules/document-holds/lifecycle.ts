import { defineLifecycle } from '#shared/lifecycle.ts';

/** Evidence is held until somebody lifts the hold or its day has come; a complaint that is opened again holds anew. */
export const holdLife = defineLifecycle({
  initial: 'placed',
  states: ['placed', 'lifted'],
  steps: {
    lift: { from: ['placed'], to: 'lifted' },
    renew: { from: ['lifted'], to: 'placed' },
  },
});
export type HoldState = (typeof holdLife.states)[number];

/** Who placed it: a person, or the complaint itself by its rule. */
export const holdOrigins = ['person', 'complaint'] as const;
export type HoldOrigin = (typeof holdOrigins)[number];
/** What a hold is placed on. */
export const holdSubjects = ['customer', 'vehicle', 'serviceOrder', 'complaint'] as const;
export type HoldSubject = (typeof holdSubjects)[number];
