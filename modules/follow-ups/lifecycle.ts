import { defineLifecycle } from '#shared/lifecycle.ts';

/** A follow-up is planned until a talk was had, or until nothing more can come of it. */
export const followUpLifecycle = defineLifecycle({
  initial: 'planned',
  states: ['planned', 'done', 'unreachable', 'expired', 'cancelled'],
  steps: {
    lock: { from: ['planned'], to: 'planned' },
    tryAgain: { from: ['planned'], to: 'planned' },
    assign: { from: ['planned'], to: 'planned' },
    complete: { from: ['planned'], to: 'done' },
    giveUp: { from: ['planned'], to: 'unreachable' },
    expire: { from: ['planned'], to: 'expired' },
    cancel: { from: ['planned'], to: 'cancelled' },
  },
});

/** A matter is open until a solution is found, and not closed before the customer has been told (FUP-05). */
export const matterLifecycle = defineLifecycle({
  initial: 'open',
  states: ['open', 'escalated', 'solved', 'told', 'dropped'],
  steps: {
    escalate: { from: ['open'], to: 'escalated' },
    solve: { from: ['open', 'escalated'], to: 'solved' },
    tell: { from: ['solved'], to: 'told' },
    drop: { from: ['open', 'escalated', 'solved'], to: 'dropped' },
  },
});
export type MatterState = (typeof matterLifecycle.states)[number];
export type MatterStep = keyof typeof matterLifecycle.steps;
