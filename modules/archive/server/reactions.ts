import { customerEvents } from '#modules/customers/events.ts';
import { vehicleEvents } from '#modules/vehicles/events.ts';
import { react } from '#platform/tasks.ts';
import { judge } from './judging.ts';

const owes = { owes: true };
const onlyKeeps = { owes: false };

react(customerEvents.added, 'archive.judgeAdded', (work, told) =>
  judge(work, told.customerId, owes),
);
react(customerEvents.visited, 'archive.judgeVisited', (work, told) =>
  judge(work, told.customerId, owes),
);
react(customerEvents.changed, 'archive.judgeChanged', (work, told) =>
  judge(work, told.customerId, onlyKeeps),
);
react(vehicleEvents.added, 'archive.judgeVehicleAdded', async (work, { ownerId }) => {
  if (ownerId !== null) await judge(work, ownerId, owes);
});
react(vehicleEvents.visited, 'archive.judgeVehicleVisited', async (work, { ownerId }) => {
  if (ownerId !== null) await judge(work, ownerId, onlyKeeps);
});
react(vehicleEvents.changed, 'archive.judgeVehicleChanged', async (work, { ownerId }) => {
  if (ownerId !== null) await judge(work, ownerId, onlyKeeps);
});
react(vehicleEvents.plateChanged, 'archive.judgePlateChanged', async (work, { ownerId }) => {
  if (ownerId !== null) await judge(work, ownerId, onlyKeeps);
});
react(vehicleEvents.ownerChanged, 'archive.judgeOwnerChanged', async (work, told) => {
  if (told.formerOwnerId !== null) await judge(work, told.formerOwnerId, onlyKeeps);
  if (told.ownerId !== null) await judge(work, told.ownerId, owes);
});
