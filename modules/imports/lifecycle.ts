import { defineLifecycle } from '#shared/lifecycle.ts';

export const batchStates = [
  'reading',
  'judging',
  'judged',
  'importing',
  'imported',
  'failed',
  'undoing',
  'undone',
  'discarded',
] as const;
export type BatchState = (typeof batchStates)[number];

/** The way of an old list into the archive (ARC-09). Steps that end in …ing are done by the house, in the background. */
export const batchLifecycle = defineLifecycle({
  initial: 'reading',
  states: batchStates,
  steps: {
    run: { from: ['judged'], to: 'importing' },
    undo: { from: ['imported'], to: 'undoing' },
    discard: { from: ['judged', 'failed'], to: 'discarded' },
    /** A row mended in place, a question answered. */
    mend: { from: ['judged'], to: 'judged' },
    /** Another column, another heading, a list that came back. */
    judgeAgain: { from: ['judged'], to: 'judging' },
    /** Another sheet of the file. */
    readAgain: { from: ['judged', 'failed'], to: 'reading' },
  },
});
export type BatchStep = keyof typeof batchLifecycle.steps;

/** The steps that a person sees as buttons. */
export const offeredSteps = ['run', 'undo', 'discard'] as const satisfies readonly BatchStep[];

/** While one of these lasts, the house works and the screen shows how far it is. */
export const busyStates: readonly BatchState[] = ['reading', 'judging', 'importing', 'undoing'];

/** What becomes of a row; `aside` is a title, a total or a repeated heading. */
export const rowStatuses = [
  'unread',
  'aside',
  'ready',
  'held',
  'question',
  'skipped',
  'imported',
] as const;
