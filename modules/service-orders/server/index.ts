import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { serviceOrderProblems } from '../locales/words.ts';
import { ordersOpenWith } from './queries-open-work.ts';
import './exported.ts';

addProblemWords(serviceOrderProblems);
defineOpenWork('orders', ordersOpenWith);

export {
  type EarlierOrder,
  earlierOrders,
} from './queries.ts';
export { serviceOrdersModule } from './routes.ts';
