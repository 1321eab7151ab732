import { addProblemWords } from '#platform/words.ts';
import { healthProblems } from '../locales/problems.ts';
import './exported.ts';
import './reactions.ts';

addProblemWords(healthProblems);

export { healthRecordsModule } from './routes.ts';
