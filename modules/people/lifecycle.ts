import { defineLifecycle } from '#shared/lifecycle.ts';

/** Someone works here, is away for a while, or has left; who left may come back. */
export const employmentLife = defineLifecycle({
  initial: 'active',
  states: ['active', 'away', 'left'],
  steps: {
    goAway: { from: ['active'], to: 'away' },
    comeBack: { from: ['away', 'left'], to: 'active' },
    leave: { from: ['active', 'away'], to: 'left' },
  },
});
