import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, fen, id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const signed = Type.Integer({ minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 });

export const tillEvents = events('tillClose', {
  closed: shape({ tillCloseId: id, differenceFen: signed }),
  corrected: shape({ tillCloseId: id, correctsId: id, differenceFen: signed }),
});

export const receiptEvents = events('receipt', {
  /** For what stood on account. */
  taken: shape({ receiptId: id, customerId: id, amountFen: fen, orders: count }),
  /** In advance for an order. */
  depositTaken: shape({ receiptId: id, orderId: id, amountFen: fen }),
  /** At the settlement of the order. */
  depositSetOff: shape({ orderId: id, amountFen: fen }),
});

const refund = shape({ paymentRefundId: id, orderId: id, amountFen: fen });
export const refundEvents = events('paymentRefund', {
  asked: refund,
  paid: refund,
  declined: refund,
});

const invoice = shape({ invoiceId: id, orderId: id });
/** What stands on an invoice is the record's; nothing of it is told. */
export const invoiceEvents = events('invoice', {
  asked: invoice,
  issued: invoice,
  voided: invoice,
});

export const creditEvents = events('creditTerms', {
  granted: shape({ customerId: id, limitFen: fen, days: count }),
});
