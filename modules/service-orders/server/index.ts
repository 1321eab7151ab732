import { addProblemWords } from '#platform/words.ts';
import { serviceOrderProblems } from '../locales/words.ts';

addProblemWords(serviceOrderProblems);

export { minimumGuarantee } from './guarantee.ts';
export {
  type EarlierOrder,
  earlierOrders,
  type OrderRow,
  openOrderOf,
  orderById,
} from './queries.ts';
export { serviceOrdersModule } from './routes.ts';
