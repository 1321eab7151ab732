import { addProblemWords } from '#platform/words.ts';
import { organisationProblems } from '../locales/words.ts';

addProblemWords(organisationProblems);

export {
  addToCounter,
  counterOf,
  insertTenant,
  insertUnit,
  tenantByCode,
  unitById,
} from './queries.ts';
export { noteRestore } from './restored.ts';
export { organisationModule } from './routes.ts';
export { nextNumber, saveSetting, settingOf, zoneOfTenant } from './service.ts';
