import { appointmentEvents } from '#modules/appointments/events.ts';
import { commitmentEvents } from '#modules/commitments/events.ts';
import { complaintEvents } from '#modules/complaints/events.ts';
import type { ReminderKind } from '#modules/customers/contract.ts';
import { customerEvents } from '#modules/customers/events.ts';
import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { vehicleEvents } from '#modules/vehicles/events.ts';
import { defineTask, react } from '#platform/tasks.ts';
import { matterRule } from './deadlines.ts';
import { escalateMatter } from './matters.ts';
import { expire, planAfterVisit } from './planning.ts';
import { lapseCalls } from './planning-many.ts';
import { planAfterComplaint, planAfterMissing, planAfterRefusal } from './planning-occasions.ts';
import { cancelForReturn, lookForUnseen } from './planning-unseen.ts';
import { cancelCallsOf, cancelForSoldCar } from './supervision.ts';
import { dropReminders, dropUnasked } from './switching-off.ts';
import { expireTask, lapseTask, unseenTask } from './tasks.ts';

react(serviceOrderEvents.delivered, 'followUps.planAfterDelivery', async (work, told) => {
  const { deliveredOn, ...visit } = told;
  await planAfterVisit(work, visit, { anchor: 'delivered', anchorOn: deliveredOn });
  await planAfterRefusal(work, visit, deliveredOn);
});

react(appointmentEvents.missed, 'followUps.planAfterMissing', (work, { appointmentId }) =>
  planAfterMissing(work, appointmentId),
);

react(complaintEvents.closed, 'followUps.planAfterComplaint', (work, { complaintId }) =>
  planAfterComplaint(work, complaintId),
);

/** The car is in: nobody asks any more why it is not. */
react(vehicleEvents.visited, 'followUps.cameBack', (work, { vehicleId }) =>
  cancelForReturn(work, vehicleId),
);

/** A visit with a question only is followed up too (FUP-01: 访谈、咨询). */
react(serviceOrderEvents.leftUnrepaired, 'followUps.planAfterQuestion', async (work, told) => {
  const { leftOn, ...visit } = told;
  await planAfterVisit(work, visit, { anchor: 'leftUnrepaired', anchorOn: leftOn });
});

react(vehicleEvents.ownerChanged, 'followUps.carSold', async (work, told) => {
  if (told.formerOwnerId) await cancelForSoldCar(work, told.vehicleId, told.formerOwnerId);
});

react(customerEvents.restricted, 'followUps.restricted', async (work, { customerId }) => {
  await cancelCallsOf(work, customerId);
});

react(customerEvents.reminderChosen, 'followUps.reminderChosen', async (work, told) => {
  if (!told.isOn) await dropReminders(work, told.customerId, told.kind as ReminderKind);
});
react(customerEvents.changed, 'followUps.wishesChanged', (work, { customerId }) =>
  dropUnasked(work, customerId),
);

/** Two days without a solution: the matter lies with the supervisor (FUP-05). */
react(commitmentEvents.broken, 'followUps.escalateMatter', async (work, told) => {
  if (told.rule === matterRule.key) await escalateMatter(work, told.aboutId);
});

defineTask<{ followUpId: string }>(expireTask.name, (work, { followUpId }) =>
  expire(work, followUpId),
);

defineTask<Parameters<typeof lookForUnseen>[1]>(unseenTask.name, lookForUnseen);

defineTask<object>(lapseTask.name, lapseCalls);
