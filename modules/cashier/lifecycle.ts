import { defineLifecycle } from '#shared/lifecycle.ts';

/** An invoice of an order. What was issued is never corrected: it is voided (red letter), and asked for anew. */
export const invoiceLife = defineLifecycle({
  initial: 'asked',
  states: ['asked', 'issued', 'voided'],
  steps: {
    correct: { from: ['asked'], to: 'asked' },
    issue: { from: ['asked'], to: 'issued' },
    void: { from: ['issued'], to: 'voided' },
  },
});
