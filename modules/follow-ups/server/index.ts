import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { followUpProblems } from '../locales/problems.ts';
import './reactions.ts';
import { followUpsOpenWith, mattersOpenWith } from './queries-open-work.ts';

addProblemWords(followUpProblems);
defineOpenWork('followUps', followUpsOpenWith);
defineOpenWork('matters', mattersOpenWith);

export { lapseCalls, type ManyCalls, planCalls } from './planning-many.ts';
export { oneListAtATime, whyNotCalled } from './queries-reach.ts';
export { followUpsModule } from './routes.ts';
