import { addProblemWords } from '#platform/words.ts';
import { campaignProblems } from '../locales/problems.ts';
import './reactions.ts';

addProblemWords(campaignProblems);

export { campaignsModule } from './routes.ts';
