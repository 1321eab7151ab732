import { defineLifecycle } from '#shared/lifecycle.ts';

/** WSH-13: he is fetched, his car is brought back, he is served where he is, or helped where his car stands. */
export const tripKinds = ['pickUp', 'sendBack', 'onSite', 'rescue'] as const;
export type TripKind = (typeof tripKinds)[number];

export const tripStates = [
  'asked',
  'assigned',
  'underWay',
  'there',
  'carTaken',
  'done',
  'failed',
  'cancelled',
] as const;
export type TripState = (typeof tripStates)[number];

/** A way to a customer: asked for at the desk, given to a driver, gone, and ended; or nobody was there. */
export const tripLife = defineLifecycle({
  initial: 'asked',
  states: tripStates,
  steps: {
    /** Given to somebody, to another, or once more after nobody was there. */
    assign: { from: ['asked', 'assigned', 'failed'], to: 'assigned' },
    setOut: { from: ['assigned'], to: 'underWay' },
    arrive: { from: ['underWay'], to: 'there' },
    takeOver: { from: ['there'], to: 'carTaken' },
    finish: { from: ['there', 'carTaken'], to: 'done' },
    fail: { from: ['underWay', 'there'], to: 'failed' },
    cancel: { from: ['asked', 'assigned', 'underWay', 'there', 'failed'], to: 'cancelled' },
  },
});
export type TripStep = keyof typeof tripLife.steps;

/** On its way or yet to be gone. */
export const openTripStates = ['asked', 'assigned', 'underWay', 'there', 'carTaken'] as const;
/** Until he sets out, where he is to go may still be put right. */
export const changeableStates: readonly TripState[] = ['asked', 'assigned', 'failed'];

/** What is asked of whoever hands the car over: its reading, and the signature of the other side. */
export interface Asking {
  readonly reading: boolean;
  readonly signature: boolean;
}
/** Which ways a kind of trip ends, and what is asked for where the car goes from hand to hand. */
export const tripPaths: Readonly<
  Record<
    TripKind,
    { readonly takeOver?: Asking; readonly finish: Readonly<Partial<Record<TripState, Asking>>> }
  >
> = {
  pickUp: {
    takeOver: { reading: true, signature: true },
    finish: { carTaken: { reading: true, signature: false } },
  },
  sendBack: { finish: { there: { reading: true, signature: true } } },
  onSite: { finish: { there: { reading: false, signature: true } } },
  // Helped where it stands, or towed to the shop: then its owner signs when it is loaded.
  rescue: {
    takeOver: { reading: false, signature: true },
    finish: {
      there: { reading: false, signature: true },
      carTaken: { reading: false, signature: false },
    },
  },
};

export const loanStates = ['lent', 'returned'] as const;
/** A loan car with its borrower, until it is given back. */
export const loanLife = defineLifecycle({
  initial: 'lent',
  states: loanStates,
  steps: {
    extend: { from: ['lent'], to: 'lent' },
    giveBack: { from: ['lent'], to: 'returned' },
  },
});

/** What a loan car is lent for, and the rule that asks for it, if one does. */
export const loanGrounds = ['courtesy', 'warrantyRepair'] as const;
export const groundSources: Readonly<Record<(typeof loanGrounds)[number], string>> = {
  courtesy: '',
  /** In force since 2022-01-01: from the sixth day of a single repair under warranty. */
  warrantyRepair: '家用汽车产品修理更换退货责任规定（2021）第二十一条',
};
export const carConditions = ['ready', 'outOfOrder', 'retired'] as const;
/** Classes of driving licences that may drive a small car (机动车驾驶证申领和使用规定, 2022). */
export const licenceClasses = ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C5'] as const;
