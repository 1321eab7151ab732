import { addProblemWords } from '#platform/words.ts';
import { campaignProblems } from '../locales/problems.ts';
import './exported.ts';
import './reactions.ts';

addProblemWords(campaignProblems);

/** For papers that tell of a campaign. */
export { campaignWords } from '../locales/words.ts';
export { resultWords } from '../locales/words-result.ts';
export { placeOfCampaign, resultOf } from './results.ts';
export { campaignsModule } from './routes.ts';
export { makeStandingCampaigns } from './standing-night.ts';
