import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import { cashierRoutes } from '../contract.ts';
import { grant, receive, takeDeposit } from './credit.ts';
import { askForInvoice, invoiceOf, issueInvoice, presentListed, voidInvoice } from './invoices.ts';
import { sendCloseSheet } from './printing.ts';
import { depositsOf, pageOfDebtors } from './queries-credit.ts';
import { pageOfInvoices } from './queries-invoices.ts';
import { pageOfCloses } from './queries-till.ts';
import {
  accountOf,
  dayWithin,
  deskOf,
  endOf,
  oneClose,
  shownClose,
  shownDebtor,
} from './reading.ts';
import { sendReceipt } from './receipt.ts';
import { decideRefund, moneyOf, refundPayment, refundReceipt } from './refunds.ts';
import { sendSettlementList } from './settlement-list.ts';
import { sendStatement } from './statement.ts';
import { closeTill, correctTill } from './till.ts';

export function cashierModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, cashierRoutes, {
    desk: (work) => deskOf(work),
    listCloses: async (work, { query }) => {
      const after = cursors.open('tillCloses', query.cursor);
      const rows = await pageOfCloses(work, after, sizeOf(query) + 1);
      const keyOf = ({ at, id }: { at: Date; id: string }) => [at.toISOString(), id];
      return pageOf(cursors, 'tillCloses', query, rows, keyOf, shownClose);
    },
    close: async (work, { body }) => oneClose(work, await closeTill(work, body)),
    correct: async (work, { params, body }) =>
      oneClose(work, await correctTill(work, params.tillCloseId, body)),
    closeSheet: (work, { params }, call) => sendCloseSheet(work, params.tillCloseId, call),
    receipt: (work, { params, query }, call) =>
      sendReceipt(work, params.receiptId, { paper: query.paper, call }),
    settlementList: (work, { params, query }, call) =>
      sendSettlementList(work, params.orderId, { paper: query.paper, call }),
    listOwed: async (work, { query }) => {
      const after = cursors.open('receivables', query.cursor);
      const asOf = endOf(dayWithin(work, query.asOf));
      const rows = await pageOfDebtors(work, asOf, after, sizeOf(query) + 1);
      const keyOf = ({ owedFen, customerId }: { owedFen: number; customerId: string }) => [
        owedFen,
        customerId,
      ];
      return pageOf(cursors, 'receivables', query, rows, keyOf, shownDebtor);
    },
    account: (work, { params }) => accountOf(work, params.customerId),
    statement: (work, { params, query }, call) =>
      sendStatement(work, params.customerId, { asked: query, call }),
    grant: async (work, { params, body }) => {
      await grant(work, params.customerId, body);
      return accountOf(work, params.customerId);
    },
    receive: async (work, { params, body }) => {
      await receive(work, params.customerId, body);
      return accountOf(work, params.customerId);
    },
    listInvoices: async (work, { query }) => {
      const after = cursors.open('invoices', query.cursor);
      const rows = await pageOfInvoices(work, query.state, after?.[0], sizeOf(query) + 1);
      return pageOf(cursors, 'invoices', query, rows, ({ id }) => [id], presentListed);
    },
    invoiceOfOrder: (work, { params }) => invoiceOf(work, params.orderId),
    askInvoice: async (work, { params, body }) => {
      await askForInvoice(work, params.orderId, body);
      return invoiceOf(work, params.orderId);
    },
    issueInvoice: async (work, { params, body }) =>
      invoiceOf(work, await issueInvoice(work, params.invoiceId, body)),
    voidInvoice: async (work, { params, body }) =>
      invoiceOf(work, await voidInvoice(work, params.invoiceId, body.reason)),
    moneyOfOrder: (work, { params }) => moneyOf(work, params.orderId),
    refundPayment: async (work, { params, body }) =>
      moneyOf(work, await refundPayment(work, params.paymentId, body)),
    refundReceipt: async (work, { params, body }) =>
      moneyOf(work, await refundReceipt(work, params.receiptId, body)),
    payRefund: async (work, { params }) =>
      moneyOf(work, await decideRefund(work, params.paymentRefundId, true)),
    declineRefund: async (work, { params }) =>
      moneyOf(work, await decideRefund(work, params.paymentRefundId, false)),
    takeDeposit: async (work, { params, body }) => {
      const { id, number, amountFen } = await takeDeposit(work, params.orderId, body);
      return { id, number, amountFen, depositFen: await depositLeft(work, params.orderId) };
    },
  });
}

const depositLeft = async (work: Work, orderId: string) =>
  sumFen((await depositsOf(work, orderId)).map(({ leftFen }) => leftFen));
