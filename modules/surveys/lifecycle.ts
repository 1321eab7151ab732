import { defineLifecycle } from '#shared/lifecycle.ts';

/** On what a customer is asked (SUR-01). */
export const occasions = ['delivery', 'complaintClosed', 'yearly'] as const;
export type Occasion = (typeof occasions)[number];

/** An invitation from its planning to the answer; withheld with a reason, never silently. */
export const invitationLife = defineLifecycle({
  initial: 'planned',
  states: ['planned', 'sent', 'answered', 'expired', 'withheld'],
  steps: {
    send: { from: ['planned'], to: 'sent' },
    answer: { from: ['sent'], to: 'answered' },
    expire: { from: ['sent'], to: 'expired' },
    withhold: { from: ['planned', 'sent'], to: 'withheld' },
  },
});
export const invitationStates = invitationLife.states;
export type InvitationState = (typeof invitationStates)[number];

export const withheldReasons = [
  'restricted',
  'wishes_none',
  'asked_recently',
  'customer_gone',
] as const;
