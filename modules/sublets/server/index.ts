import { addProblemWords } from '#platform/words.ts';
import { subletProblems } from '../locales/problems.ts';
import './exported.ts';

addProblemWords(subletProblems);

export { subletsModule } from './routes.ts';
