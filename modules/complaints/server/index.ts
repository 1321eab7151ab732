import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { complaintProblems } from '../locales/words.ts';
import './inbound.ts';
import { complaintsOpenWith } from './queries-open-work.ts';
import './exported.ts';

addProblemWords(complaintProblems);
defineOpenWork('complaints', complaintsOpenWith);

export { receiveComplaint } from './receive.ts';
export { complaintsModule } from './routes.ts';
