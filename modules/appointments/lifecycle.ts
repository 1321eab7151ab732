import { defineLifecycle } from '#shared/lifecycle.ts';

/**
 * 预约维修 (WSH-02): booked, confirmed, there, and then an order; or missed, or called off. Who asked for a time by the
 * shop's page waits for its word (`asked`); his hours are taken meanwhile.
 */
export const appointmentLife = defineLifecycle({
  initial: 'booked',
  states: ['asked', 'booked', 'confirmed', 'arrived', 'received', 'noShow', 'cancelled'],
  steps: {
    confirm: { from: ['asked', 'booked'], to: 'confirmed' },
    /** Another time: what was missed is booked anew. */
    move: { from: ['asked', 'booked', 'confirmed', 'noShow'], to: 'booked' },
    /** The customer himself chooses another time: the shop confirms it, */
    askAgain: { from: ['asked', 'booked', 'confirmed'], to: 'asked' },
    /** or has said that a free time is his. */
    moveSelf: { from: ['asked', 'booked', 'confirmed'], to: 'confirmed' },
    arrive: { from: ['asked', 'booked', 'confirmed', 'noShow'], to: 'arrived' },
    receive: { from: ['asked', 'booked', 'confirmed', 'noShow', 'arrived'], to: 'received' },
    miss: { from: ['asked', 'booked', 'confirmed'], to: 'noShow' },
    cancel: { from: ['asked', 'booked', 'confirmed', 'noShow', 'arrived'], to: 'cancelled' },
  },
});
export type AppointmentState = (typeof appointmentLife.states)[number];
export type AppointmentStep = keyof typeof appointmentLife.steps;

/** What a person does with an appointment and leaves its state: to take a waiting customer, to call who did not come. */
export const stayingSteps = {
  take: ['arrived'],
  call: ['noShow'],
} as const satisfies Record<string, readonly AppointmentState[]>;

export const workKinds = ['maintenance', 'repair', 'body', 'paint', 'inspection', 'wash'] as const;
export type WorkKind = (typeof workKinds)[number];
export const teams = ['repair', 'body', 'paint', 'inspection', 'wash'] as const;
export type Team = (typeof teams)[number];
export const bayKinds = ['general', ...teams] as const;
export type BayKind = (typeof bayKinds)[number];

/** Who does which work. */
export const teamFor = {
  maintenance: 'repair',
  repair: 'repair',
  body: 'body',
  paint: 'paint',
  inspection: 'inspection',
  wash: 'wash',
} as const satisfies Record<WorkKind, Team>;

/** WSH-13: how it was asked for, and how the car comes to the work. */
export const ways = ['walkIn', 'phone', 'web', 'message'] as const;
export const fetchings = ['sendIn', 'pickUp', 'onSite'] as const;
export const partsStates = ['notNeeded', 'needed', 'ordered', 'there'] as const;
