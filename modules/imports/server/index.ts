import { addProblemWords } from '#platform/words.ts';
import { importProblems } from '../locales/words.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(importProblems);

export { importsModule } from './routes.ts';
