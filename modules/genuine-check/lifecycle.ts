import { defineLifecycle } from '#shared/lifecycle.ts';

/** A code on a part. Once warned it stays so, however often it is looked up again. */
export const genuineCodeLife = defineLifecycle({
  initial: 'issued',
  states: ['issued', 'checked', 'warned', 'withdrawn'],
  steps: {
    check: { from: ['issued', 'checked'], to: 'checked' },
    checkAgain: { from: ['warned'], to: 'warned' },
    warn: { from: ['issued', 'checked'], to: 'warned' },
    withdraw: { from: ['issued', 'checked', 'warned'], to: 'withdrawn' },
  },
});
export type GenuineCodeState = (typeof genuineCodeLife.states)[number];
