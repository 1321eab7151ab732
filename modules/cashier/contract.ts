import { creditRoutes } from './contract-credit.ts';
import { tillRoutes } from './contract-till.ts';

export type { CustomerAccount, Debtor, OwedOrder, Receipt } from './contract-credit.ts';
export { creditRoutes } from './contract-credit.ts';
export type {
  CashierDesk,
  Counted,
  MethodSum,
  Till,
  TillClose,
  ToSettle,
} from './contract-till.ts';
export { tillRoutes } from './contract-till.ts';

export const cashierRoutes = { ...tillRoutes, ...creditRoutes };
