import { defineOnAccount } from '#modules/service-orders/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { cashierProblems } from '../locales/problems.ts';
import { leaveOnCredit } from './credit.ts';
import './exported.ts';

addProblemWords(cashierProblems);
defineOnAccount(leaveOnCredit);

export { askForInvoice, type InvoiceTitle } from './invoices.ts';
export { cashierModule } from './routes.ts';
/** The settlement list as a PDF, to who may see its order (WSH-15). */
export { sendSettlementList } from './settlement-list.ts';
