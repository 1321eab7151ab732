import { addProblemWords } from '#platform/words.ts';
import { checkProblems } from '../locales/problems.ts';
import './exported.ts';

addProblemWords(checkProblems);

export { drawOvernight } from './drawing.ts';
export { callChecksModule } from './routes.ts';
