import { defineVehicleSight } from '#modules/customers/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { vehiclesProblems } from '../locales/words.ts';
import { vehicleById, vehiclesOfOwners } from './queries.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(vehiclesProblems);
defineVehicleSight({
  mayBeSeen: async (work, vehicleId) => (await vehicleById(work, vehicleId)) !== undefined,
  identitiesOf: async (work, customerId) => {
    const cars = (await vehiclesOfOwners(work, [customerId])).get(customerId) ?? [];
    return cars.map(({ id, plate, vin }) => ({ id, plate, vin }));
  },
});

export { identifiedPlate, identifiedVin } from './identify.ts';
export {
  type BesideVehicle,
  leaveVehicleShell,
  lockVehiclesToMerge,
  restoreVehicle,
  undoBesideVehicle,
  type VehicleInMerge,
  vehicleMergeFields,
  writeMergedVehicle,
} from './merging.ts';
export { noteVehicleVisit, recordMileage } from './mileage.ts';
export { nextDueOf } from './next-due.ts';
export { type VehicleRow, vehicleById } from './queries.ts';
export {
  endOwnerships,
  type ImportedState,
  importFormerPlates,
  importOwnerships,
  importReadings,
  importVehicles,
  type LockedVehicle,
  lockForImport,
  removeImportedVehicles,
  setImported,
} from './queries-import.ts';
export { ofFormerOwner } from './queries-owners.ts';
export {
  everyFoundVehicleId,
  foundVehicleIds,
  isFoundVehicle,
  mostVehiclesFound,
  type SoughtVehicles,
  soughtVehicles,
} from './queries-search.ts';
export { recordOf as vehicleShown, vehiclesModule } from './routes.ts';
export { createVehicle } from './service.ts';
