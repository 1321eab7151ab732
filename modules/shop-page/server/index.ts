import { addProblemWords } from '#platform/words.ts';
import { shopPageProblems } from '../locales/problems.ts';
import './ways.ts';

addProblemWords(shopPageProblems);

export { shopPageModule } from './routes.ts';
