import { addProblemWords } from '#platform/words.ts';
import { auditProblems } from '../locales/problems.ts';
import './exported.ts';

addProblemWords(auditProblems);

export { auditModule } from './routes.ts';
