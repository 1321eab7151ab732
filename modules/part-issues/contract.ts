import { Type } from 'typebox';
import { fen, id, line, listOf, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import {
  chargeCauses,
  issueKinds,
  listedIssue,
  orderParts,
  partBarcode,
  partCharge,
  partCode,
  partRules,
  thousandths,
} from './contract-shapes.ts';

export * from './contract-shapes.ts';

const see = 'serviceOrders.see';
const issues = 'parts.issue';
const decides = 'parts.decide';
const ofOrder = {
  about: 'serviceOrder',
  personal: true,
  params: shape({ orderId: id }),
  reply: orderParts,
} as const;
const ofIssue = {
  about: 'partIssue',
  personal: true,
  params: shape({ partIssueId: id }),
  reply: listedIssue,
} as const;
const notNow = ['step_not_allowed', 'order_closed'];

export const partIssueRoutes = {
  counter: route({
    id: 'partIssues.counter',
    method: 'GET',
    path: '/part-counter',
    summary:
      'The order behind a scanned code: its number, its paper’s or its key tag’s code, a plate',
    access: issues,
    personal: true,
    query: shape({ code: line(500) }),
    reply: orderParts,
    problems: ['part_order_unknown'],
  }),
  ofOrder: route({
    ...ofOrder,
    id: 'partIssues.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/part-issues',
    summary: 'What of an order was agreed to, issued, given back and settled',
    access: see,
  }),
  issue: route({
    ...ofOrder,
    id: 'partIssues.issue',
    method: 'POST',
    path: '/service-orders/:orderId/part-issues',
    summary:
      'Issue one of a part to the technician of its job (领料, WSH-06); never more than agreed to',
    access: issues,
    status: 201,
    body: shape({
      code: partCode,
      quantityThousandths: Type.Optional(thousandths),
      oldPart: Type.Optional(
        Type.Union([
          shape({
            is: oneOf(['handedIn']),
            tag: Type.Optional(text(40, 'on the old part; left out: numbered by the house')),
          }),
          shape({ is: oneOf(['excepted']), reason: line(300) }),
        ]),
      ),
    }),
    problems: [
      ...notNow,
      'part_not_on_order',
      'part_all_issued',
      'part_too_many',
      'part_old_needed',
      'part_tag_twice',
      'forbidden',
    ],
  }),
  takeBack: route({
    ...ofOrder,
    id: 'partIssues.takeBack',
    method: 'POST',
    path: '/service-orders/:orderId/part-issues/take-back',
    summary: 'An unused part comes back: one of it, by its code',
    access: issues,
    body: shape({
      code: partCode,
      quantityThousandths: Type.Optional(thousandths),
      reason: Type.Optional(text(300)),
    }),
    problems: [...notNow, 'part_not_on_order', 'part_not_out', 'part_too_many'],
  }),
  waive: route({
    ...ofOrder,
    id: 'partIssues.waive',
    method: 'POST',
    path: '/service-orders/:orderId/part-issues/waive',
    summary: 'Say why a part is settled without having been issued (WSH-15)',
    access: decides,
    body: shape({
      lineId: id,
      place: Type.Integer({ minimum: 0, maximum: 49 }),
      reason: line(300),
    }),
    problems: ['order_closed', 'part_not_on_order', 'part_waived'],
  }),
  sheet: route({
    ...ofOrder,
    id: 'partIssues.sheet',
    audit: 'read',
    method: 'GET',
    path: '/service-orders/:orderId/part-issues.pdf',
    summary: 'The issue list of an order (领料单), A4',
    access: see,
    kind: 'stream',
    rate: 'heavy',
    reply: Type.Unknown({ description: 'PDF' }),
  }),
  list: route({
    id: 'partIssues.list',
    method: 'GET',
    path: '/part-issues',
    summary: 'Register of parts issued and given back, the latest first',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      kind: Type.Optional(oneOf(issueKinds)),
      isAsked: Type.Optional(Type.Boolean({ description: 'asked about and not answered' })),
      mine: Type.Optional(Type.Boolean({ description: 'issued to the person who asks' })),
    }),
    reply: listOf(listedIssue),
  }),
  confirm: route({
    ...ofIssue,
    id: 'partIssues.confirm',
    method: 'POST',
    path: '/part-issues/:partIssueId/confirm',
    summary: 'The technician has it',
    access: see,
    problems: ['part_not_yours', 'part_confirmed'],
  }),
  ask: route({
    ...ofIssue,
    id: 'partIssues.ask',
    method: 'POST',
    path: '/part-issues/:partIssueId/ask',
    summary: 'The technician asks: not what was issued, not had, damaged',
    access: see,
    body: shape({ words: line(300) }),
    problems: ['part_not_yours', 'part_confirmed'],
  }),
  answer: route({
    ...ofIssue,
    id: 'partIssues.answer',
    method: 'POST',
    path: '/part-issues/:partIssueId/answer',
    summary: 'The counter answers what the technician asked',
    access: issues,
    body: shape({ words: line(300) }),
    problems: ['part_not_asked'],
  }),
};

export const partChargeRoutes = {
  list: route({
    id: 'partCharges.list',
    method: 'GET',
    path: '/part-charges',
    summary: 'Parts lost or deliberately damaged: who, how much, why; everybody sees his own',
    access: see,
    query: shape({ ...pageFields, orderId: Type.Optional(id) }),
    reply: listOf(partCharge),
  }),
  charge: route({
    id: 'partCharges.charge',
    method: 'POST',
    path: '/service-orders/:orderId/part-charges',
    about: 'serviceOrder',
    summary:
      'Charge a part that was lost or deliberately damaged (WSH-06); a record of the house, no payroll',
    access: decides,
    params: shape({ orderId: id }),
    body: shape({
      employeeId: id,
      cause: oneOf(chargeCauses),
      name: line(120, 'which part'),
      amountFen: Type.Integer({ ...fen, minimum: 1 }),
      reason: line(300),
    }),
    reply: partCharge,
    status: 201,
    problems: ['part_employee_unknown'],
  }),
  reverse: route({
    id: 'partCharges.reverse',
    method: 'POST',
    path: '/part-charges/:partChargeId/reverse',
    about: 'partCharge',
    summary: 'Take a charge back whole, with the reason',
    access: decides,
    params: shape({ partChargeId: id }),
    body: shape({ reason: line(300) }),
    reply: partCharge,
    problems: ['part_charge_reversed'],
  }),
};

export const partRuleRoutes = {
  read: route({
    id: 'partRules.read',
    method: 'GET',
    path: '/part-rules',
    summary: 'What is issued only against the old part; what settling asks for',
    access: see,
    reply: partRules,
  }),
  save: route({
    id: 'partRules.save',
    method: 'POST',
    path: '/part-rules',
    summary: 'Set it for one’s own unit and what lies below it',
    access: 'organisation.manage',
    body: partRules,
    reply: partRules,
  }),
};

export const partBarcodeRoutes = {
  list: route({
    id: 'partBarcodes.list',
    method: 'GET',
    path: '/part-barcodes',
    summary: 'The makers’ barcodes and the part numbers that they stand for',
    access: issues,
    query: shape({
      ...pageFields,
      code: Type.Optional(line(120, 'begins with: barcode or number')),
    }),
    reply: listOf(partBarcode),
  }),
  bind: route({
    id: 'partBarcodes.bind',
    method: 'POST',
    path: '/part-barcodes',
    summary: 'From now on this barcode stands for that part number',
    access: issues,
    body: shape({ barcode: line(120), number: line(60) }),
    reply: partBarcode,
    status: 201,
    problems: ['part_barcode_taken'],
  }),
  unbind: route({
    id: 'partBarcodes.unbind',
    method: 'POST',
    path: '/part-barcodes/:partBarcodeId/unbind',
    about: 'partBarcode',
    summary: 'A barcode was bound to the wrong number: it stands for nothing any more',
    access: decides,
    params: shape({ partBarcodeId: id }),
    reply: partBarcode,
  }),
};
