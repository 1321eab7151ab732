import { addProblemWords } from '#platform/words.ts';
import { rightsProblems } from '../locales/problems-requests.ts';
import { privacyProblems } from '../locales/words.ts';
import './exported.ts';

addProblemWords(privacyProblems);
addProblemWords(rightsProblems);

export { tableNames } from '../locales/tables.ts';
export { readingWords } from './copying.ts';
export { resumeErasures } from './erasing.ts';
export { receiveRequest as askForRights } from './requests.ts';
export { personalDataOf, privacyModule } from './routes.ts';
export { termOn as rightsTermOn } from './terms.ts';
