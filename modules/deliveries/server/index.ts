import { addProblemWords } from '#platform/words.ts';
import { deliveryProblems } from '../locales/problems.ts';
import './gate.ts';

addProblemWords(deliveryProblems);

export { deliveriesModule } from './routes.ts';
