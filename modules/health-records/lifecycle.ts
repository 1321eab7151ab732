import { defineLifecycle } from '#shared/lifecycle.ts';

export const recordStates = ['incomplete', 'waiting', 'accepted', 'refused'] as const;
export type RecordState = (typeof recordStates)[number];

/** A record on its way to the platform: examined, sent, and what the platform said. */
export const recordLife = defineLifecycle({
  initial: 'incomplete',
  states: recordStates,
  steps: {
    lack: { from: ['incomplete', 'waiting', 'refused'], to: 'incomplete' },
    queue: { from: ['incomplete', 'waiting', 'refused'], to: 'waiting' },
    accept: { from: ['waiting'], to: 'accepted' },
    refuse: { from: ['waiting'], to: 'refused' },
  },
});

/** What a record may lack. */
export const lacks = ['plate', 'vin', 'mileage', 'jobs'] as const;
export type Lack = (typeof lacks)[number];
