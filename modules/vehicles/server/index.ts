import { addProblemWords } from '#platform/words.ts';
import { vehiclesProblems } from '../locales/words.ts';

addProblemWords(vehiclesProblems);

export { identifiedPlate, identifiedVin } from './identify.ts';
export { noteVehicleVisit, recordMileage } from './mileage.ts';
export { nextDueOf } from './next-due.ts';
export { vehicleById } from './queries.ts';
export {
  endOwnerships,
  type ImportedState,
  importOwnerships,
  importReadings,
  importVehicles,
  type LockedVehicle,
  lockForImport,
  removeImportedVehicles,
  setImported,
} from './queries-import.ts';
export {
  foundVehicleIds,
  type SoughtVehicles,
  soughtVehicles,
} from './queries-search.ts';
export { vehiclesModule } from './routes.ts';
export { createVehicle } from './service.ts';
