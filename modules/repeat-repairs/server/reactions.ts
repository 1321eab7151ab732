import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { react } from '#platform/tasks.ts';
import { recognise } from './recognising.ts';

/** A car is in: was it here before, and does that repair still have its guarantee? */
react(serviceOrderEvents.received, 'repeatRepairs.recognise', (work, { orderId }) =>
  recognise(work, orderId),
);
