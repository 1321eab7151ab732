import { addProblemWords } from '#platform/words.ts';
import { customersProblems } from '../locales/words.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(customersProblems);

export { type CustomerArchiveSheet, printCustomerArchive } from '../print/customer-archive.ts';
export {
  type ArchiveVehicle,
  completenessOf,
} from './completeness.ts';
export type { FileCard } from './file-card.ts';
export {
  type CustomerInMerge,
  customerMergeFields,
  leaveCustomerShell,
  lockCustomersToMerge,
  restoreCustomer,
  writeMergedCustomer,
} from './merging.ts';
export { filePaper } from './papers.ts';
export {
  presentContact,
  presentItem as presentCustomerItem,
  presentRecord as presentCustomer,
} from './present.ts';
export {
  type ContactRow,
  type CustomerRow,
  customerById,
  customerRecord,
  customersOfPhone,
  phonesOf,
} from './queries.ts';
export { importCustomers, removeImportedCustomers } from './queries-import.ts';
export { hasSwitchedOff, isReminderOff, reminderChoicesOf } from './queries-reminders.ts';
export { isRestricted, mayNotBeContacted } from './queries-restrictions.ts';
export {
  everyFoundCustomerId,
  foundCustomerIds,
  isFoundCustomer,
  mostFound,
  type SoughtCustomers,
  soughtCustomers,
} from './queries-search.ts';
export { chooseReminder } from './reminder-choices.ts';
export { restrictCustomer } from './restrictions.ts';
export { customersModule } from './routes.ts';
export {
  changeCustomer,
  createCustomer,
  dialable,
  noteVisit,
  recordConsent,
} from './service.ts';
export { defineVehicleSight } from './vehicle-sight.ts';
