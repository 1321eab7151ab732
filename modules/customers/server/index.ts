import { addProblemWords } from '#platform/words.ts';
import { customersProblems } from '../locales/words.ts';

addProblemWords(customersProblems);

export { type CustomerArchiveSheet, printCustomerArchive } from '../print/customer-archive.ts';
export {
  type ArchiveFacts,
  type ArchiveField,
  type ArchiveVehicle,
  archiveFields,
  completenessOf,
  type MissingField,
} from './completeness.ts';
export { presentItem as presentCustomerItem, presentRecord as presentCustomer } from './present.ts';
export {
  type CustomerRow,
  customerById,
  customerRecord,
  customersByIds,
  customersOfPhone,
} from './queries.ts';
export { importCustomers, removeImportedCustomers } from './queries-import.ts';
export {
  countCustomers,
  foundCustomerIds,
  pageOfCustomers,
  type SoughtCustomers,
  soughtCustomers,
} from './queries-search.ts';
export { customersModule } from './routes.ts';
export {
  createCustomer,
  dialable,
  type NewCustomer,
  noteVisit,
  recordReveal,
} from './service.ts';
