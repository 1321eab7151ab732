import { addProblemWords } from '#platform/words.ts';
import { levelProblems } from '../locales/problems.ts';
import './file-section.ts';
import './reactions.ts';

addProblemWords(levelProblems);

export { complaintLevelsModule } from './routes.ts';
