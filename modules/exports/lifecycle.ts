import { defineLifecycle } from '#shared/lifecycle.ts';

/** A file that was asked for: fetched once, whole or not. */
export const exportLife = defineLifecycle({
  initial: 'asked',
  states: ['asked', 'running', 'done', 'broken'],
  steps: {
    fetch: { from: ['asked'], to: 'running' },
    finish: { from: ['running'], to: 'done' },
    /** The line was cut, or the program ended: what was written till then has left the house. */
    breakOff: { from: ['running'], to: 'broken' },
  },
});
export type ExportState = (typeof exportLife.states)[number];
