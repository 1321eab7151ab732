import { defineLifecycle } from '#shared/lifecycle.ts';

/** A training case (培训案例): written by one, published by another, read in the shop; taken back when it teaches no more. */
export const trainingCaseLife = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'published', 'withdrawn'],
  steps: {
    publish: { from: ['draft'], to: 'published' },
    withdraw: { from: ['draft', 'published'], to: 'withdrawn' },
    revise: { from: ['withdrawn'], to: 'draft' },
  },
});
export type TrainingCaseState = (typeof trainingCaseLife.states)[number];

/** Its parts in the order in which they are read; each is text that a person may rewrite. */
export const caseParts = [
  'title',
  'story',
  'cause',
  'actions',
  'remedy',
  'outcome',
  'lesson',
  'questions',
] as const;
export type CasePart = (typeof caseParts)[number];

/** What may not stand in a case; `name` to `number` are also what the system knows of those concerned. */
export const markKinds = [
  'name',
  'phone',
  'plate',
  'vin',
  'idNumber',
  'email',
  'address',
  'account',
  'number',
  'date',
] as const;
export type MarkKind = (typeof markKinds)[number];
