import { addProblemWords } from '#platform/words.ts';
import { segmentProblems } from '../locales/problems.ts';
import './reactions.ts';

addProblemWords(segmentProblems);

export { standingCard } from './card.ts';
export type { ToCall } from './queries-members.ts';
export { segmentsModule } from './routes.ts';
export { birthdaysInSegment, customersOfSegment, isSegmentInSight, notePlan } from './service.ts';
export { countNow as countStandings, sweepFrom as groupOvernight } from './sweeping.ts';
