import { defineLifecycle } from '#shared/lifecycle.ts';

export const packStates = ['open', 'checked', 'signed'] as const;
export type PackState = (typeof packStates)[number];

/** Checked against the check-in, then walked through and signed; what is signed is opened by nobody. */
export const packLife = defineLifecycle({
  initial: 'open',
  states: packStates,
  steps: {
    check: { from: ['open'], to: 'checked' },
    /** The car was moved or worked on again. */
    recheck: { from: ['checked'], to: 'open' },
    sign: { from: ['checked'], to: 'signed' },
  },
});
