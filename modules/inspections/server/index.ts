import { addProblemWords } from '#platform/words.ts';
import { inspectionProblems } from '../locales/problems.ts';

addProblemWords(inspectionProblems);

export { inspectionsModule } from './routes.ts';
/** An inspection sheet as a PDF, to who may see its order. */
export { sendSheet as sendInspectionSheet } from './sheet.ts';
