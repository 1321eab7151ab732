import { addProblemWords } from '#platform/words.ts';
import { organisationProblems } from '../locales/words.ts';
import { sharingProblems } from '../locales/words-sharing.ts';
import { treeProblems } from '../locales/words-tree.ts';

addProblemWords(organisationProblems);
addProblemWords(treeProblems);
addProblemWords(sharingProblems);

export { atOpenUnit, atOpenUnits, refuseClosed } from './closing.ts';
export {
  addToCounter,
  counterOf,
  insertTenant,
  insertUnit,
  settingAt,
  tenantByCode,
  unitById,
} from './queries.ts';
export { defineCountedAt } from './queries-counted.ts';
export { type NamedUnit, unitsNamed } from './queries-named.ts';
export { notShared } from './queries-sharing.ts';
export { beginWithRegions } from './regions.ts';
export { noteRestore } from './restored.ts';
export { organisationModule } from './routes.ts';
export {
  changeSetting,
  nextInYear,
  nextNumber,
  nextNumbers,
  saveSetting,
  settingOf,
  versionedSetting,
  zoneOfTenant,
} from './service.ts';
