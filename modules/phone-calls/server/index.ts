import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { phoneCallProblems } from '../locales/problems.ts';
import { callsHeldBy, giveCalls } from './queries-open-work.ts';
import './exported.ts';
import './hearing.ts';
import './reactions.ts';

addProblemWords(phoneCallProblems);
defineOpenWork({
  kind: 'phoneCalls',
  covers: ['phoneCalls.ownerId'],
  aboutType: 'phoneCall',
  needs: 'followUps.call',
  find: callsHeldBy,
  give: giveCalls,
});

export { phoneCallsModule } from './routes.ts';
