import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { followUpProblems } from '../locales/problems.ts';
import './reactions.ts';
import { followUpsHeldBy, giveFollowUps, giveMatters, mattersHeldBy } from './queries-open-work.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(followUpProblems);
defineOpenWork({
  kind: 'followUps',
  covers: ['followUps.agentId', 'followUps.lockedBy'],
  aboutType: 'followUp',
  needs: 'followUps.call',
  find: followUpsHeldBy,
  give: giveFollowUps,
});
defineOpenWork({
  kind: 'matters',
  covers: ['matters.ownerId'],
  aboutType: 'matter',
  needs: 'followUps.call',
  find: mattersHeldBy,
  give: giveMatters,
});

/** When a house calls its customers, and the hours that one of them named himself (FUP-09). */
export { recordTalk } from './calling.ts';
export { callingHoursOf, hoursFor, refuseQuietHours } from './calling-hours.ts';
export { receiveMatter } from './matters.ts';
export { lapseCalls, type ManyCalls, planCalls } from './planning-many.ts';
export { beginUnseen } from './planning-unseen.ts';
export { cancelPlan, oneListAtATime, whyNotCalled } from './queries-reach.ts';
export { followUpsModule } from './routes.ts';
