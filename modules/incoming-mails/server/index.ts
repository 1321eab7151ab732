import { addProblemWords } from '#platform/words.ts';
import { incomingMailProblems } from '../locales/problems.ts';

addProblemWords(incomingMailProblems);

export { stopReadingMail } from './parsing.ts';
export { incomingMailsModule } from './routes.ts';
