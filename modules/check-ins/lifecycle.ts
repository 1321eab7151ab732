import { defineLifecycle } from '#shared/lifecycle.ts';

export const checkInStates = ['open', 'signed', 'abandoned'] as const;
export type CheckInState = (typeof checkInStates)[number];

/** From the first tap to the signature; what is signed is opened by nobody. */
export const checkInLife = defineLifecycle({
  initial: 'open',
  states: checkInStates,
  steps: {
    sign: { from: ['open'], to: 'signed' },
    abandon: { from: ['open'], to: 'abandoned' },
  },
});
