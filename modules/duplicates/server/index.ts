import { addProblemWords } from '#platform/words.ts';
import { duplicateProblems } from '../locales/problems.ts';

addProblemWords(duplicateProblems);

export { duplicatesCard } from './card.ts';
export { duplicatesModule } from './routes.ts';
