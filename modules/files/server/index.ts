import { addProblemWords } from '#platform/words.ts';
import { fileProblems } from '../locales/words.ts';

addProblemWords(fileProblems);

export { sweepOrphans } from './orphans.ts';
export { readyFileOf } from './queries.ts';
export { removeBytes } from './removing.ts';
export { filesModule } from './routes.ts';
