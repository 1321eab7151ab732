import { addProblemWords } from '#platform/words.ts';
import { complaintProblems } from '../locales/words.ts';

addProblemWords(complaintProblems);

export type { ComplaintRow } from './queries.ts';
export { receiveComplaint } from './receive.ts';
export { complaintsModule } from './routes.ts';
