import { addProblemWords } from '#platform/words.ts';
import { deliveryProblems } from '../locales/problems.ts';
import './gate.ts';

addProblemWords(deliveryProblems);

export { deliveriesModule } from './routes.ts';
/** The delivery sheet as a PDF, to who may see its order. */
export { sendSheet as sendDeliverySheet } from './sheet.ts';
