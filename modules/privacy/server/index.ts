import { addProblemWords } from '#platform/words.ts';
import { privacyProblems } from '../locales/words.ts';

addProblemWords(privacyProblems);

export { privacyModule } from './routes.ts';
