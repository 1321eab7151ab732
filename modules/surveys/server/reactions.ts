import { complaintEvents } from '#modules/complaints/events.ts';
import { customerEvents } from '#modules/customers/events.ts';
import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { defineTask, react } from '#platform/tasks.ts';
import { planAfterComplaint, planAfterDelivery, withholdAllOf } from './planning.ts';
import { expire, send } from './sending.ts';
import { expireTask, sendTask } from './tasks.ts';

react(serviceOrderEvents.delivered, 'surveys.planAfterDelivery', (work, { orderId }) =>
  planAfterDelivery(work, orderId),
);
react(complaintEvents.closed, 'surveys.planAfterComplaint', (work, { complaintId }) =>
  planAfterComplaint(work, complaintId),
);
react(customerEvents.restricted, 'surveys.restricted', (work, { customerId }) =>
  withholdAllOf(work, customerId, 'restricted'),
);

defineTask<{ invitationId: string }>(sendTask.name, (work, { invitationId }, host) =>
  send(work, invitationId, host.publicUrl),
);
defineTask<{ invitationId: string }>(expireTask.name, (work, { invitationId }) =>
  expire(work, invitationId),
);
