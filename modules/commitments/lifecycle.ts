import { defineLifecycle } from '#shared/lifecycle.ts';

/**
 * A promise runs, may stand still for a reason, and ends kept or broken. What is broken stays so, even when it is
 * settled late: the figures must not be made prettier afterwards.
 */
export const commitmentLife = defineLifecycle({
  initial: 'open',
  states: ['open', 'paused', 'kept', 'broken', 'cancelled'],
  steps: {
    pause: { from: ['open'], to: 'paused' },
    resume: { from: ['paused'], to: 'open' },
    keep: { from: ['open', 'paused'], to: 'kept' },
    break: { from: ['open'], to: 'broken' },
    settleLate: { from: ['broken'], to: 'broken' },
    cancel: { from: ['open', 'paused'], to: 'cancelled' },
  },
});
