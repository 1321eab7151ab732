import { addProblemWords } from '#platform/words.ts';
import { trainingCaseProblems } from '../locales/problems.ts';

addProblemWords(trainingCaseProblems);

export { trainingCasesModule } from './routes.ts';
