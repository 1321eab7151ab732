import { addProblemWords } from '#platform/words.ts';
import { letterProblems } from '../locales/problems.ts';
import './exported.ts';
import './enclosed.ts';

addProblemWords(letterProblems);

export { lettersModule } from './routes.ts';
export { releaseLetter } from './steps.ts';
export { composeLetter } from './writing.ts';
