import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { react } from '#platform/tasks.ts';
import { healthPlatformEvents } from '../events.ts';
import { prepareSettled, queueWaiting } from './preparing.ts';

/** In real time after the settlement (JT/T 1132-2017). */
react(serviceOrderEvents.stateChanged, 'healthRecords.prepare', async (work, { orderId, to }) => {
  if (to === 'settled') await prepareSettled(work, orderId);
});
react(healthPlatformEvents.setUp, 'healthRecords.queueWaiting', (work, { orgPath }) =>
  queueWaiting(work, orgPath),
);
