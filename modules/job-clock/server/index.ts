import { addProblemWords } from '#platform/words.ts';
import { jobClockProblems } from '../locales/problems.ts';
import './exported.ts';
import './reactions.ts';

addProblemWords(jobClockProblems);

export { jobClockModule } from './routes.ts';
