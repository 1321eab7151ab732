import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { commitmentProblems } from '../locales/words.ts';
import './account-notices.ts';
import { givePromises, promisesHeldBy } from './queries-open-work.ts';
import './reactions.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(commitmentProblems);
defineOpenWork({
  kind: 'promises',
  covers: ['commitments.ownerId'],
  aboutType: 'commitment',
  needs: null,
  find: promisesHeldBy,
  give: givePromises,
});

export { calendarOf } from './calendar.ts';
export { notify, type Telling } from './notices.ts';
export {
  cancelPromise,
  handOver,
  keep,
  type Promised,
  pause,
  promise,
  resume,
} from './promises.ts';
export { handOverMany } from './queries-open-work.ts';
export { commitmentsModule } from './routes.ts';
export { defineRule, type Rule, type Rung, ruleOf, type Term } from './rules.ts';
export { commitmentsAbout } from './shown.ts';
