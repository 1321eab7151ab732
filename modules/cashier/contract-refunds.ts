import { type Static, Type } from 'typebox';
import { paidBy } from '#modules/service-orders/contract.ts';
import { fen, id, instant, line, nullable, oneOf, sumFen, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { moneyMethods } from './contract-vocabulary.ts';

export const refundStates = ['asked', 'paid', 'declined'] as const;

const refund = shape({
  id,
  number: line(40),
  method: oneOf(moneyMethods),
  amountFen: fen,
  reason: text(300),
  state: oneOf(refundStates),
  askedByName: text(80),
  at: instant,
  decidedByName: nullable(text(80)),
  mayDecide: Type.Boolean(),
});
export type PaymentRefund = Static<typeof refund>;

const paidIn = shape({
  id,
  kind: oneOf(['payment', 'deposit']),
  method: oneOf(paidBy),
  amountFen: Type.Integer({ minimum: -100_000_000_00, maximum: 100_000_000_00 }),
  refundableFen: sumFen,
  takenByName: text(80),
  at: instant,
});
export type PaidIn = Static<typeof paidIn>;

const money = shape(
  {
    orderId: id,
    customerId: id,
    number: line(40),
    paid: Type.Array(paidIn, { maxItems: 200 }),
    refunds: Type.Array(refund, { maxItems: 200 }),
    aloneUpToFen: fen,
  },
  { $id: 'MoneyOfOrder' },
);
export type MoneyOfOrder = Static<typeof money>;

const asked = shape({
  amountFen: Type.Integer({ minimum: 1, maximum: 100_000_000_00, description: 'fen' }),
  reason: line(300),
});
const refused = ['till_person_needed', 'refund_above_paid', 'refund_not_money'];
const decided = ['till_person_needed', 'refund_decided', 'refund_same_person'];
const one = shape({ paymentRefundId: id });

export const refundRoutes = {
  moneyOfOrder: route({
    id: 'cashier.moneyOfOrder',
    method: 'GET',
    path: '/service-orders/:orderId/money',
    summary: 'All that was paid for an order, in advance and at its settlement, and what went back',
    access: 'cashier.take',
    about: 'serviceOrder',
    params: shape({ orderId: id }),
    reply: money,
  }),
  refundPayment: route({
    id: 'cashier.refundPayment',
    method: 'POST',
    path: '/payments/:paymentId/refunds',
    summary: 'Give a payment back the way it came, in part or whole; above a limit two decide',
    access: 'cashier.take',
    about: 'payment',
    params: shape({ paymentId: id }),
    body: asked,
    reply: money,
    status: 201,
    problems: refused,
  }),
  refundReceipt: route({
    id: 'cashier.refundReceipt',
    method: 'POST',
    path: '/receipts/:receiptId/refunds',
    summary: 'Give money in advance back the way it came, as far as it was not set off',
    access: 'cashier.take',
    about: 'receipt',
    params: shape({ receiptId: id }),
    body: asked,
    reply: money,
    status: 201,
    problems: refused,
  }),
  payRefund: route({
    id: 'cashier.payRefund',
    method: 'POST',
    path: '/payment-refunds/:paymentRefundId/pay',
    summary: 'Pay a refund that a colleague asked for',
    access: 'cashier.manage',
    about: 'paymentRefund',
    params: one,
    reply: money,
    problems: decided,
  }),
  declineRefund: route({
    id: 'cashier.declineRefund',
    method: 'POST',
    path: '/payment-refunds/:paymentRefundId/decline',
    summary: 'Decline a refund that a colleague asked for',
    access: 'cashier.manage',
    about: 'paymentRefund',
    params: one,
    reply: money,
    problems: decided,
  }),
};
