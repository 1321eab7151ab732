import { addProblemWords } from '#platform/words.ts';
import { importProblems } from '../locales/words.ts';

addProblemWords(importProblems);

export { importsModule } from './routes.ts';
