import { defineLifecycle } from '#shared/lifecycle.ts';

/** 预约维修 (WSH-02): booked, confirmed, there, and then an order; or missed, or called off. */
export const appointmentLife = defineLifecycle({
  initial: 'booked',
  states: ['booked', 'confirmed', 'arrived', 'received', 'noShow', 'cancelled'],
  steps: {
    confirm: { from: ['booked'], to: 'confirmed' },
    /** Another time: what was missed is booked anew. */
    move: { from: ['booked', 'confirmed', 'noShow'], to: 'booked' },
    arrive: { from: ['booked', 'confirmed', 'noShow'], to: 'arrived' },
    receive: { from: ['booked', 'confirmed', 'noShow', 'arrived'], to: 'received' },
    miss: { from: ['booked', 'confirmed'], to: 'noShow' },
    cancel: { from: ['booked', 'confirmed', 'noShow', 'arrived'], to: 'cancelled' },
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
