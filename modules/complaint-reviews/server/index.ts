import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { reviewProblems } from '../locales/problems.ts';
import { giveMeasures, measuresHeldBy } from './queries-open-work.ts';

addProblemWords(reviewProblems);
defineOpenWork({
  kind: 'complaintMeasures',
  covers: ['complaintMeasures.ownerId'],
  aboutType: 'complaintMeasure',
  needs: 'complaints.handle',
  find: measuresHeldBy,
  give: giveMeasures,
});

export { ownFiguresOf, type Place, placeOf, today } from './analysis.ts';
export { countAllMarked, proveCounts } from './counting.ts';
export { presentMeasures } from './measures.ts';
export { hotSpotsOfPlace } from './packs.ts';
export { type Period, periodBefore, periodOf, refuseFarDay, spanOf } from './periods.ts';
export { unitsSeen } from './queries-figures.ts';
export { measuresAtWork } from './queries-measures.ts';
export { complaintReviewsModule } from './routes.ts';
