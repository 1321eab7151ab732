import { addProblemWords } from '#platform/words.ts';
import { reportProblems } from '../locales/problems.ts';
import './exported.ts';

addProblemWords(reportProblems);

export { reportOvernight } from './overnight.ts';
export { complaintReportsModule } from './routes.ts';
