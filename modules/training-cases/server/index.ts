import { addProblemWords } from '#platform/words.ts';
import { trainingCaseProblems } from '../locales/problems.ts';

addProblemWords(trainingCaseProblems);

export { looksPersonal } from '../judge/patterns.ts';
export { trainingCasesModule } from './routes.ts';
