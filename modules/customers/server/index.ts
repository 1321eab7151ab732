import { addProblemWords } from '#platform/words.ts';
import { customersProblems } from '../locales/words.ts';

addProblemWords(customersProblems);

export {
  type ArchiveFacts,
  type ArchiveField,
  type ArchiveVehicle,
  archiveFields,
  completenessOf,
  type MissingField,
} from './completeness.ts';
export { presentItem as presentCustomerItem } from './present.ts';
export {
  type CustomerRow,
  customerById,
  customersByIds,
  customersOfPhone,
} from './queries.ts';
export { countCustomers, pageOfCustomers } from './queries-search.ts';
export { customersModule } from './routes.ts';
export {
  createCustomer,
  dialable,
  type NewCustomer,
  noteVisit,
  recordReveal,
} from './service.ts';
