import { addProblemWords } from '#platform/words.ts';
import { webhookProblems } from '../locales/words.ts';

addProblemWords(webhookProblems);

export { sweepWebhooks } from './queries-deliveries.ts';
export { webhooksModule } from './routes.ts';
export { signedFor, signersAt } from './speaking.ts';
