import { defineLifecycle } from '#shared/lifecycle.ts';

export const subletStates = ['out', 'back', 'passed', 'failed', 'calledOff'] as const;
export type SubletState = (typeof subletStates)[number];

/** A job with another firm: out, back, and only then looked at. What failed is given out anew, as another one. */
export const subletLife = defineLifecycle({
  initial: 'out',
  states: subletStates,
  steps: {
    postpone: { from: ['out'], to: 'out' },
    takeBack: { from: ['out'], to: 'back' },
    callOff: { from: ['out'], to: 'calledOff' },
    pass: { from: ['back'], to: 'passed' },
    fail: { from: ['back'], to: 'failed' },
  },
});

/** Over: what it cost can be booked, also of what was called off or did not hold. */
export const endedStates: readonly SubletState[] = ['passed', 'failed', 'calledOff'];
