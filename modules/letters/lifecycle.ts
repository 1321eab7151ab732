import { defineLifecycle } from '#shared/lifecycle.ts';

/** A letter: written, approved (with that it is in the register), on paper, on its way, perhaps back again (FUP-07). */
export const letterLife = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'asked', 'approved', 'printed', 'sent', 'returned', 'withdrawn'],
  steps: {
    change: { from: ['draft'], to: 'draft' },
    release: { from: ['draft'], to: 'approved' },
    ask: { from: ['draft'], to: 'asked' },
    approve: { from: ['asked'], to: 'approved' },
    refuse: { from: ['asked'], to: 'draft' },
    print: { from: ['approved', 'printed'], to: 'printed' },
    send: { from: ['approved', 'printed'], to: 'sent' },
    takeBack: { from: ['sent'], to: 'returned' },
    withdraw: { from: ['draft', 'asked', 'approved', 'printed'], to: 'withdrawn' },
  },
});
export type LetterStep = keyof typeof letterLife.steps;
