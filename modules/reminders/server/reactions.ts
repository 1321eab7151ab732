import { customerEvents } from '#modules/customers/events.ts';
import { importEvents } from '#modules/imports/events.ts';
import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { vehicleEvents } from '#modules/vehicles/events.ts';
import { defineTask, react } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { sweepVehicles, vehicleIdsOf } from './queries-sweep.ts';
import { factsOf } from './rules.ts';
import { extractNext } from './service.ts';
import { sweepFrom, sweepNext } from './sweeping.ts';
import { extractTask, sweepTask } from './tasks.ts';

const ofVehicle = async (work: Work, { vehicleId }: { vehicleId: string }) => {
  await sweepVehicles(work, factsOf(work), [vehicleId]);
};
react(vehicleEvents.added, 'reminders.ofNewVehicle', ofVehicle);
react(vehicleEvents.changed, 'reminders.ofChangedVehicle', ofVehicle);
react(vehicleEvents.visited, 'reminders.ofVisit', ofVehicle);
react(vehicleEvents.ownerChanged, 'reminders.ofNewOwner', ofVehicle);
react(serviceOrderEvents.delivered, 'reminders.ofDelivery', ofVehicle);

/** Who agrees to offers, or no longer does, is proposed them at once, or no longer. */
react(customerEvents.consentRecorded, 'reminders.ofConsent', async (work, { customerId }) => {
  await sweepVehicles(work, factsOf(work), await vehicleIdsOf(work, customerId));
});
react(importEvents.done, 'reminders.afterImport', (work) => sweepFrom(work));
react(importEvents.undone, 'reminders.afterUndo', (work) => sweepFrom(work));

defineTask<{ afterId: string }>(sweepTask.name, sweepNext);
defineTask<{ afterPath: string; on: string }>(extractTask.name, extractNext);
