import { addProblemWords } from '#platform/words.ts';
import { briefProblems } from '../locales/problems.ts';

addProblemWords(briefProblems);

export { draftOvernight } from './overnight.ts';
export { briefsModule } from './routes.ts';
