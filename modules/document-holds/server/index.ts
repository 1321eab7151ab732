import { addProblemWords } from '#platform/words.ts';
import { holdProblems } from '../locales/problems.ts';
import './exported.ts';
import './file-section.ts';

addProblemWords(holdProblems);

export { holdOvernight } from './automatic.ts';
export { holdsCard } from './card.ts';
export { documentHoldsModule } from './routes.ts';
