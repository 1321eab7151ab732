import { creditRoutes } from './contract-credit.ts';
import { invoiceRoutes } from './contract-invoices.ts';
import { refundRoutes } from './contract-refunds.ts';
import { tillRoutes } from './contract-till.ts';

export type { CustomerAccount, Debtor, OwedOrder, Receipt } from './contract-credit.ts';
export { creditRoutes } from './contract-credit.ts';
export type { Invoice, InvoiceOfOrder, InvoiceRow } from './contract-invoices.ts';
export {
  invoiceFields,
  invoiceKinds,
  invoiceProblems,
  invoiceRoutes,
  invoiceShown,
} from './contract-invoices.ts';
export type { MoneyOfOrder, PaidIn, PaymentRefund } from './contract-refunds.ts';
export { refundRoutes } from './contract-refunds.ts';
export type {
  CashierDesk,
  Counted,
  MethodSum,
  Till,
  TillClose,
  ToSettle,
} from './contract-till.ts';
export { tillRoutes } from './contract-till.ts';

export const cashierRoutes = { ...tillRoutes, ...creditRoutes, ...refundRoutes, ...invoiceRoutes };
