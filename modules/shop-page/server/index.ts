import { addProblemWords } from '#platform/words.ts';
import { shopPageProblems } from '../locales/problems.ts';

addProblemWords(shopPageProblems);

export { shopPageModule } from './routes.ts';
