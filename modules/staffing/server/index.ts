import { addProblemWords } from '#platform/words.ts';
import { staffingProblems } from '../locales/words.ts';
import './reactions.ts';

addProblemWords(staffingProblems);

export { postNameOf, postNames } from './default-posts.ts';
export { staffingModule } from './routes.ts';
