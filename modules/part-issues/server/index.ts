import { addProblemWords } from '#platform/words.ts';
import { partProblems } from '../locales/problems.ts';
import './exported.ts';
import './settling.ts';

addProblemWords(partProblems);

export { partIssuesModule } from './routes.ts';
