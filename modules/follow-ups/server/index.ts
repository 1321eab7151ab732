import { addProblemWords } from '#platform/words.ts';
import { followUpProblems } from '../locales/problems.ts';
import './reactions.ts';

addProblemWords(followUpProblems);

export { followUpsModule } from './routes.ts';
