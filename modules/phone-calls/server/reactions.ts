import { callEvents } from '#modules/follow-ups/events.ts';
import { react } from '#platform/tasks.ts';
import { attachDialled } from './dialling.ts';

react(callEvents.recorded, 'phoneCalls.attachDialled', (work, { callId }) =>
  attachDialled(work, callId),
);
