import { addProblemWords } from '#platform/words.ts';
import { archiveProblems } from '../locales/words.ts';
import './deadlines.ts';
import './reactions.ts';
import './exported.ts';

addProblemWords(archiveProblems);

export { archiveModule } from './routes.ts';
