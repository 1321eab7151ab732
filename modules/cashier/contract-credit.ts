import { type Static, Type } from 'typebox';
import { plateColours } from '#modules/service-orders/contract.ts';
import {
  date,
  fen,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  plateText,
  sumFen,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { moneyMethods } from './contract-vocabulary.ts';

const amountFen = Type.Integer({ minimum: 1, maximum: 100_000_000_00, description: 'fen' });
const days = Type.Integer({ minimum: 0, maximum: 365 });

const debtor = shape(
  {
    customerId: id,
    customerName: personalName(120),
    limitFen: nullable(fen),
    days: nullable(days),
    owedFen: sumFen,
    upTo30Fen: sumFen,
    upTo60Fen: sumFen,
    upTo90Fen: sumFen,
    over90Fen: sumFen,
    overdueFen: sumFen,
  },
  { $id: 'Debtor' },
);
export type Debtor = Static<typeof debtor>;

const owedOrder = shape({
  orderId: id,
  number: line(40),
  plate: plateText,
  plateColour: oneOf(plateColours),
  sinceOn: date,
  dueOn: date,
  onAccountFen: sumFen,
  paidFen: sumFen,
  owedFen: sumFen,
});
export type OwedOrder = Static<typeof owedOrder>;

const receipt = shape({
  id,
  number: line(40),
  kind: oneOf(['collection', 'deposit']),
  orderNumber: nullable(line(40)),
  method: oneOf(moneyMethods),
  amountFen: fen,
  allocatedFen: sumFen,
  note: text(200),
  takenByName: text(80),
  at: instant,
});
export type Receipt = Static<typeof receipt>;

const account = shape(
  {
    customerId: id,
    customerName: personalName(120),
    terms: nullable(shape({ limitFen: fen, days, approvedByName: text(80), at: instant })),
    owedFen: sumFen,
    overdueFen: sumFen,
    orders: Type.Array(owedOrder, { maxItems: 200 }),
    receipts: Type.Array(receipt, { maxItems: 100 }),
  },
  { $id: 'CustomerAccount' },
);
export type CustomerAccount = Static<typeof account>;

const ofCustomer = shape({ customerId: id });
const path = '/receivables/of-customer/:customerId';

export const creditRoutes = {
  listOwed: route({
    id: 'cashier.listOwed',
    method: 'GET',
    path: '/receivables',
    summary: 'Who owes how much, by age, as of a day; the most first (WSH-15)',
    access: 'cashier.take',
    personal: true,
    query: shape({ ...pageFields, asOf: Type.Optional(date) }),
    reply: listOf(debtor),
  }),
  account: route({
    id: 'cashier.account',
    method: 'GET',
    path,
    summary: 'A customer on account: his terms, what is owed by order, what he paid (WSH-15)',
    access: 'cashier.take',
    about: 'customer',
    personal: true,
    params: ofCustomer,
    reply: account,
  }),
  statement: route({
    id: 'cashier.statement',
    audit: 'read',
    method: 'GET',
    path: `${path}/statement.pdf`,
    summary:
      'What a customer owed, left on account and paid from a day to a day, on paper (对账单)',
    access: 'cashier.take',
    about: 'customer',
    personal: true,
    kind: 'stream',
    rate: 'heavy',
    params: ofCustomer,
    query: shape({ from: date, until: date }),
    reply: Type.Unknown({ description: 'PDF' }),
    problems: [
      'statement_days',
      'statement_too_long',
      'print_busy',
      'print_too_large',
      'print_too_slow',
    ],
  }),
  grant: route({
    id: 'cashier.grant',
    method: 'POST',
    path: `${path}/terms`,
    summary: 'How much a customer may have on account and for how long; 0 ends it (WSH-15)',
    access: 'cashier.manage',
    about: 'customer',
    personal: true,
    params: ofCustomer,
    body: shape({ limitFen: fen, days }),
    reply: account,
    problems: ['till_person_needed'],
  }),
  receive: route({
    id: 'cashier.receive',
    method: 'POST',
    path: `${path}/receipts`,
    summary: 'A payment for what stands on account: for orders named, else the oldest first',
    access: 'cashier.take',
    about: 'customer',
    personal: true,
    params: ofCustomer,
    body: shape({
      amountFen,
      method: oneOf(moneyMethods),
      note: Type.Optional(text(200)),
      allocations: Type.Optional(
        Type.Array(shape({ orderId: id, amountFen }), { minItems: 1, maxItems: 50 }),
      ),
    }),
    reply: account,
    status: 201,
    problems: [
      'till_person_needed',
      'receipt_above_owed',
      'receipt_order_not_owed',
      'receipt_does_not_add_up',
    ],
  }),
  takeDeposit: route({
    id: 'cashier.takeDeposit',
    method: 'POST',
    path: '/service-orders/:orderId/deposits',
    summary: 'Money in advance for an order; set off when it is settled on account (WSH-15)',
    access: 'cashier.take',
    about: 'serviceOrder',
    params: shape({ orderId: id }),
    body: shape({ amountFen, method: oneOf(moneyMethods), note: Type.Optional(text(200)) }),
    reply: shape({ id, number: line(40), amountFen: fen, depositFen: sumFen }),
    status: 201,
    problems: ['till_person_needed', 'order_closed', 'deposit_too_late'],
  }),
  receipt: route({
    id: 'cashier.receipt',
    audit: 'read',
    method: 'GET',
    path: '/receipts/:receiptId/receipt.pdf',
    summary: 'The receipt of a deposit or a payment on account, A4 or for the till’s roll (WSH-15)',
    access: 'cashier.take',
    about: 'receipt',
    personal: true,
    kind: 'stream',
    rate: 'heavy',
    params: shape({ receiptId: id }),
    query: shape({ paper: Type.Optional(oneOf(['a4', 'roll'])) }),
    reply: Type.Unknown({ description: 'PDF' }),
    problems: ['print_busy', 'print_too_large', 'print_too_slow'],
  }),
};
