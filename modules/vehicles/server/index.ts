import { addProblemWords } from '#platform/words.ts';
import { vehiclesProblems } from '../locales/words.ts';

addProblemWords(vehiclesProblems);

export { identifiedPlate, identifiedVin } from './identify.ts';
export { type MileageRead, noteVehicleVisit, recordMileage } from './mileage.ts';
export { kmPerDayOf, nextDueOf } from './next-due.ts';
export {
  type VehicleRow,
  vehicleById,
  vehiclesByIds,
  vehiclesOfOwners,
  vehiclesOfPlate,
} from './queries.ts';
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
  countVehicles,
  foundVehicleIds,
  pageOfVehicles,
  type SoughtVehicles,
  soughtVehicles,
} from './queries-search.ts';
export { presentItem as presentVehicleItem, vehiclesModule } from './routes.ts';
export { createVehicle, type NewVehicle } from './service.ts';
