export {
  type EarlierOrder,
  earlierOrders,
  type OrderRow,
  openOrderOf,
  orderById,
} from './queries.ts';
