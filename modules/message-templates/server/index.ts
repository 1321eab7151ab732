import { addProblemWords } from '#platform/words.ts';
import { templateProblems } from '../locales/problems.ts';

addProblemWords(templateProblems);

export { messageTemplatesModule } from './routes.ts';
export {
  approvedTemplates,
  composeFor,
  defineReady,
  filledFor,
  lacksFor,
  namesLink,
  sendTemplate,
  templateInSight,
} from './sending.ts';
