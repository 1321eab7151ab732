import { addProblemWords } from '#platform/words.ts';
import { rightsProblems } from '../locales/problems-requests.ts';
import { privacyProblems } from '../locales/words.ts';
import './exported.ts';

addProblemWords(privacyProblems);
addProblemWords(rightsProblems);

export { privacyModule } from './routes.ts';
