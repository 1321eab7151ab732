import { addProblemWords } from '#platform/words.ts';
import { keyTagProblems } from '../locales/problems.ts';
import './reactions.ts';

addProblemWords(keyTagProblems);

export { keyTagsModule } from './routes.ts';
