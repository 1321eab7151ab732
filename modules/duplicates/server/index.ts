import { addProblemWords } from '#platform/words.ts';
import { duplicateProblems } from '../locales/problems.ts';

addProblemWords(duplicateProblems);

export { duplicatesCard, vehicleDuplicatesCard } from './card.ts';
export { duplicatesModule } from './routes.ts';
