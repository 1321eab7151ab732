import { defineLinkPurpose } from '#modules/links/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { surveyProblems } from '../locales/problems.ts';
import './exported.ts';
import { phoneOf } from './queries.ts';
import './reactions.ts';

addProblemWords(surveyProblems);
/** No code is asked for: the page says nothing of the customer. But nobody gets a link whom it could not reach. */
defineLinkPurpose({
  name: 'survey',
  aboutType: 'surveyInvitation',
  phoneOf,
});

/** Of an answer `a`, in SQL: it may be counted, being unsealed or looked at by headquarters (`:seesAll`). */
export { opened } from './queries-lists.ts';
export { surveysModule } from './routes.ts';
export { seesSealed } from './show.ts';
