import { addProblemWords } from '#platform/words.ts';
import { templateProblems } from '../locales/problems.ts';

addProblemWords(templateProblems);

export { messageTemplatesModule } from './routes.ts';
export { composeFor, filledFor, sendTemplate } from './sending.ts';
