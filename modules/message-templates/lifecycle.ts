import { defineLifecycle } from '#shared/lifecycle.ts';

/** An edition: written, handed in, approved by another person, and one day out of use. */
export const templateLife = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'asked', 'approved', 'refused', 'retired'],
  steps: {
    change: { from: ['draft', 'refused'], to: 'draft' },
    ask: { from: ['draft', 'refused'], to: 'asked' },
    approve: { from: ['asked'], to: 'approved' },
    refuse: { from: ['asked'], to: 'refused' },
    retire: { from: ['draft', 'refused', 'approved'], to: 'retired' },
  },
});
export type TemplateStep = 'change' | 'ask' | 'approve' | 'refuse' | 'retire';
