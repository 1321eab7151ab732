import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { closedStates } from '#modules/service-orders/lifecycle.ts';
import { react } from '#platform/tasks.ts';
import { endTag } from './tagging.ts';

/** The key went with the car: what hangs on it is of no use to whoever finds it (D-40). */
react(serviceOrderEvents.stateChanged, 'keyTags.end', async (work, { orderId, to }) => {
  if (closedStates.includes(to)) await endTag(work, orderId);
});
