import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { followUpProblems } from '../locales/problems.ts';
import './reactions.ts';
import { followUpsOpenWith, mattersOpenWith } from './queries-open-work.ts';
import './exported.ts';

addProblemWords(followUpProblems);
defineOpenWork('followUps', followUpsOpenWith);
defineOpenWork('matters', mattersOpenWith);

export { followUpsModule } from './routes.ts';
