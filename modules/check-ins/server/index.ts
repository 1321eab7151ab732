import { addProblemWords } from '#platform/words.ts';
import { checkInProblems } from '../locales/words.ts';

addProblemWords(checkInProblems);

export { checkInsModule } from './routes.ts';
