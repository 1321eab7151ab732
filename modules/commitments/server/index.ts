import { addProblemWords } from '#platform/words.ts';
import { commitmentProblems } from '../locales/words.ts';
import './account-notices.ts';
import './reactions.ts';
import './exported.ts';

addProblemWords(commitmentProblems);

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
export { commitmentsModule } from './routes.ts';
export { defineRule, type Rule, type Rung, type Term } from './rules.ts';
export { commitmentsAbout } from './shown.ts';
