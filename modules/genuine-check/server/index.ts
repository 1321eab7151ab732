import { addProblemWords } from '#platform/words.ts';
import { genuineProblems } from '../locales/words.ts';
import './exported.ts';

addProblemWords(genuineProblems);

export { issuesCodes } from './queries.ts';
export { genuineCheckModule } from './routes.ts';
