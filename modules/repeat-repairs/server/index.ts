import { addProblemWords } from '#platform/words.ts';
import { repeatProblems } from '../locales/problems.ts';
import './exported.ts';
import './reactions.ts';

addProblemWords(repeatProblems);

export { repeatRepairsModule } from './routes.ts';
