import { addProblemWords } from '#platform/words.ts';
import { priceProblems } from '../locales/problems.ts';
import './exported.ts';
import './imported.ts';

addProblemWords(priceProblems);

export { packagesFor, quotePackages } from './packages.ts';
export { type JobPrice, priceOfJob } from './price-of-job.ts';
export { addressOf, openedAt } from './publication.ts';
export { type Offered, offersFor, quoteOffers } from './quoting.ts';
export { pricesModule } from './routes.ts';
