import { addProblemWords } from '#platform/words.ts';
import { inspectionProblems } from '../locales/problems.ts';

addProblemWords(inspectionProblems);

export { inspectionsModule } from './routes.ts';
