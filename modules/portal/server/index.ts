import { addProblemWords } from '#platform/words.ts';
import { portalProblems } from '../locales/problems.ts';

addProblemWords(portalProblems);

export { portalModule } from './routes.ts';
