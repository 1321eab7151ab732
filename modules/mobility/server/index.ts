import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { mobilityProblems } from '../locales/problems.ts';
import { giveTrips, tripsHeldBy } from './queries-open-work.ts';
import './exported.ts';

addProblemWords(mobilityProblems);
defineOpenWork({
  kind: 'trips',
  covers: ['trips.driverId'],
  aboutType: 'trip',
  needs: 'serviceOrders.see',
  find: tripsHeldBy,
  give: giveTrips,
});

export { mobilityModule } from './routes.ts';
