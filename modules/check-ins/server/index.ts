import { addProblemWords } from '#platform/words.ts';
import { checkInProblems } from '../locales/words.ts';

addProblemWords(checkInProblems);

export { checkInsModule } from './routes.ts';
/** The repair request form as a PDF, to who may see its order. */
export { sendSheet as sendCheckInSheet } from './sheet.ts';
