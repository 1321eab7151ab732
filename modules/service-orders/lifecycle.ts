import { defineLifecycle } from '#shared/lifecycle.ts';

export const orderStates = [
  'received',
  'inspected',
  'estimated',
  'approved',
  'inWork',
  'selfChecked',
  'teamChecked',
  'ready',
  'settled',
  'delivered',
  'leftUnrepaired',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/** After these nothing more happens in the shop. */
export const closedStates: readonly OrderState[] = ['delivered', 'leftUnrepaired', 'cancelled'];

const beforeTheWork = ['received', 'inspected', 'estimated', 'approved'] as const;

/** The way of a vehicle through the shop (WSH-01, WSH-07). */
export const orderLifecycle = defineLifecycle({
  initial: 'received',
  states: orderStates,
  steps: {
    inspect: { from: ['received'], to: 'inspected' },
    /** Lines may be quoted anew until the work begins; what changed has to be answered again. */
    estimate: { from: ['inspected', 'estimated', 'approved'], to: 'estimated' },
    approve: { from: ['estimated'], to: 'approved' },
    handOver: { from: ['approved', 'inWork'], to: 'inWork' },
    /** Also what was handed over to nobody: then it is whoever takes it up. */
    start: { from: ['approved', 'inWork'], to: 'inWork' },
    /** A fault found that is not on the order (WSH-05): asked by the workshop … */
    propose: { from: ['inWork'], to: 'inWork' },
    /** … and answered by the customer through the front desk. */
    answer: { from: ['inWork'], to: 'inWork' },
    selfCheck: { from: ['inWork'], to: 'selfChecked' },
    teamCheck: { from: ['selfChecked'], to: 'teamChecked' },
    finalInspect: { from: ['teamChecked'], to: 'ready' },
    /** A gate was not passed. */
    sendBack: { from: ['inWork', 'selfChecked', 'teamChecked'], to: 'inWork' },
    settle: { from: ['ready'], to: 'settled' },
    deliver: { from: ['settled'], to: 'delivered' },
    leaveUnrepaired: { from: beforeTheWork, to: 'leftUnrepaired' },
    cancel: { from: beforeTheWork, to: 'cancelled' },
  },
});

export type OrderStep = keyof typeof orderLifecycle.steps;

export const isOpen = (state: OrderState): boolean => !closedStates.includes(state);
