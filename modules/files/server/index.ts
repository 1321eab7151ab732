import { addProblemWords } from '#platform/words.ts';
import { fileProblems } from '../locales/words.ts';

addProblemWords(fileProblems);

export { sweepOrphans } from './orphans.ts';
export { readyFileOf } from './queries.ts';
/** For a picture that comes by a module's own route: taken in under the same quota, sent as every file is. */
export { isUsedUp, refuseWhenUsedUp } from './quota.ts';
export { removeBytes } from './removing.ts';
export { filesModule } from './routes.ts';
export { sendFile } from './sending.ts';
export { storeFile } from './storing.ts';
