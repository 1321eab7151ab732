import { type Static, Type } from 'typebox';
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
  personalText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { invoiceLife } from './lifecycle.ts';

export const invoiceKinds = ['person', 'company'] as const;

/** What is handed in: a firm needs its 统一社会信用代码 (GB 32100-2015), a person his name alone. */
export const invoiceFields = {
  kind: oneOf(invoiceKinds),
  title: line(120, 'the name on the invoice'),
  taxNumber: Type.Optional(text(40, 'of a firm, as typed: its check digits are judged')),
  address: Type.Optional(text(200)),
  phone: Type.Optional(text(40)),
  bank: Type.Optional(text(120)),
  account: Type.Optional(text(40)),
  email: Type.Optional(text(120, 'where the file of the invoice goes')),
};
export const invoiceProblems = [
  'credit_code_invalid',
  'invoice_email_invalid',
  'invoice_issued',
  'invoice_no_order',
] as const;

/** The same as it is read; its words are the customer's. */
export const invoiceShown = {
  kind: oneOf(invoiceKinds),
  title: personalText('words', 120),
  taxNumber: personalText('words', 40),
  address: personalText('words', 200),
  phone: personalText('words', 40),
  bank: personalText('words', 120),
  account: personalText('words', 40),
  email: personalText('words', 120),
  state: oneOf(invoiceLife.states),
  askedAt: instant,
  number: text(20),
  amountFen: nullable(fen),
  issuedOn: nullable(date),
};
const invoice = shape({
  id,
  ...invoiceShown,
  byLink: Type.Boolean({ description: 'handed in or corrected by the customer himself' }),
  issuedByName: nullable(text(80)),
  voidReason: text(200),
  version,
});
export type Invoice = Static<typeof invoice>;

const ofOrder = shape(
  {
    orderId: id,
    number: line(40),
    customerId: id,
    customerName: personalText('name', 80),
    settledFen: nullable(fen),
    invoice: nullable(invoice),
    voided: Type.Array(invoice, { maxItems: 20 }),
  },
  { $id: 'InvoiceOfOrder' },
);
export type InvoiceOfOrder = Static<typeof ofOrder>;

const row = shape(
  {
    ...invoice.properties,
    orderId: id,
    orderNumber: line(40),
    customerName: personalText('name', 80),
    settledFen: nullable(fen),
  },
  { $id: 'InvoiceRow' },
);
export type InvoiceRow = Static<typeof row>;

const order = { about: 'serviceOrder', params: shape({ orderId: id }), personal: true } as const;
const one = { about: 'invoice', params: shape({ invoiceId: id }), personal: true } as const;

export const invoiceRoutes = {
  listInvoices: route({
    id: 'cashier.listInvoices',
    method: 'GET',
    path: '/invoices',
    summary: 'Invoices asked for and issued, the latest first',
    access: 'cashier.take',
    personal: true,
    query: shape({ ...pageFields, state: Type.Optional(oneOf(invoiceLife.states)) }),
    reply: listOf(row),
  }),
  invoiceOfOrder: route({
    ...order,
    id: 'cashier.invoiceOfOrder',
    method: 'GET',
    path: '/service-orders/:orderId/invoice',
    summary: 'What the customer wants on his invoice, and whether it was issued',
    access: 'cashier.take',
    reply: ofOrder,
  }),
  askInvoice: route({
    ...order,
    id: 'cashier.askInvoice',
    method: 'POST',
    path: '/service-orders/:orderId/invoice',
    summary: 'Write down what the customer wants on his invoice, or correct it before it is issued',
    access: 'cashier.take',
    body: shape(invoiceFields),
    reply: ofOrder,
    problems: invoiceProblems,
  }),
  issueInvoice: route({
    ...one,
    id: 'cashier.issueInvoice',
    method: 'POST',
    path: '/invoices/:invoiceId/issue',
    summary: 'Note that it was issued: number, day, amount; never above what was settled',
    access: 'cashier.take',
    body: shape({
      number: Type.String({
        pattern: '^(\\d{8}|\\d{20})$',
        maxLength: 20,
        description: '20 digits; 8 of a paper form',
      }),
      issuedOn: date,
      amountFen: Type.Integer({ minimum: 1, maximum: 100_000_000_00, description: 'fen' }),
    }),
    reply: ofOrder,
    problems: [
      'till_person_needed',
      'step_not_allowed',
      'invoice_above_settled',
      'invoice_number_taken',
      'invoice_not_settled',
    ],
  }),
  voidInvoice: route({
    ...one,
    id: 'cashier.voidInvoice',
    method: 'POST',
    path: '/invoices/:invoiceId/void',
    summary: 'Note that it was voided (红冲); it is asked for anew with the same title',
    access: 'cashier.manage',
    body: shape({ reason: line(200) }),
    reply: ofOrder,
    problems: ['step_not_allowed'],
  }),
};
