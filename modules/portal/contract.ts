import { type Static, Type } from 'typebox';
import { invoiceFields, invoiceProblems } from '#modules/cashier/contract.ts';
import { asPaper } from '#modules/links/contract.ts';
import { payers } from '#modules/service-orders/contract.ts';
import { fen, id, instant, line, nullable, oneOf, personalText, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { heldVisit, previewedVisit } from './contract-visit.ts';

export type { HeldInvoice, HeldVisit, Question, ShownLine } from './contract-visit.ts';

const one = shape({ orderId: id });

/** What the desk sees of the customer's page: the page itself, what may be shown, what came back. */
export const customerPage = shape(
  {
    orderId: id,
    preview: previewedVisit,
    photos: Type.Array(
      shape({
        fileId: id,
        caption: text(200),
        at: instant,
        isReleased: Type.Boolean(),
        lineId: nullable(id),
      }),
      { maxItems: 300 },
    ),
    /** Additional items that wait for the customer; he is asked once the desk has named the price. */
    items: Type.Array(
      shape({
        lineId: id,
        description: line(300),
        labourFen: fen,
        partsFen: fen,
        payer: oneOf(payers),
        isPriced: Type.Boolean(),
      }),
      { maxItems: 500 },
    ),
    /** What was signed by a link, as it was shown. */
    signings: Type.Array(
      shape({
        id,
        statement: text(100_000),
        sumFen: fen,
        signedBy: personalText('name', 80),
        signatureFileId: id,
        at: instant,
      }),
      { maxItems: 50 },
    ),
    openedAt: nullable(instant),
    lastUsedAt: nullable(instant),
  },
  { $id: 'CustomerPage' },
);
export type CustomerPage = Static<typeof customerPage>;

const desk = { about: 'serviceOrder', personal: true, reply: customerPage } as const;

export const portalRoutes = {
  page: route({
    ...desk,
    id: 'portal.page',
    method: 'GET',
    path: '/service-orders/:orderId/customer-page',
    summary: 'The customer’s page of an order as he sees it, and what came back from it',
    access: 'serviceOrders.see',
    params: one,
  }),
  release: route({
    ...desk,
    id: 'portal.release',
    method: 'POST',
    path: '/service-orders/:orderId/released-photos',
    summary: 'Let the customer see a photo of the order, or take it back',
    access: 'serviceOrders.receive',
    params: one,
    body: shape({
      fileId: id,
      isReleased: Type.Boolean(),
      lineId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'the job that it explains' }),
      ),
    }),
  }),
  reply: route({
    ...desk,
    id: 'portal.reply',
    method: 'POST',
    path: '/service-orders/:orderId/questions/:questionId/reply',
    summary: 'Answer what the customer asked back; the answer stands on his page',
    access: 'serviceOrders.receive',
    params: shape({ orderId: id, questionId: id }),
    body: shape({ answer: line(500) }),
    problems: ['question_answered'],
  }),
};

const held = { access: 'link:orderPapers', about: 'serviceOrder', params: one } as const;
const pdf = {
  ...held,
  audit: 'read',
  method: 'GET',
  kind: 'stream',
  rate: 'heavy',
  personal: true,
  query: asPaper,
  reply: Type.Unknown({ description: 'PDF or SVG' }),
} as const;

/** For the customer who holds a link to his order. */
export const heldPageRoutes = {
  visit: route({
    ...held,
    id: 'heldOrders.visit',
    method: 'GET',
    path: '/held-orders/:orderId/visit',
    summary:
      'The page of the order: progress, promise, what is asked, photos, papers; 304 if as known',
    personal: true,
    reply: heldVisit,
    problems: ['link_over'],
  }),
  ask: route({
    ...held,
    id: 'heldOrders.ask',
    method: 'POST',
    path: '/held-orders/:orderId/questions',
    summary: 'Ask the shop something, of one job or of the whole',
    personal: true,
    body: shape({
      question: line(500),
      lineId: Type.Optional(Type.Unsafe<string>({ ...id, description: 'the job that is meant' })),
    }),
    reply: heldVisit,
    problems: ['link_code_needed', 'link_over', 'questions_enough', 'line_unknown'],
  }),
  decide: route({
    ...held,
    id: 'heldOrders.decide',
    method: 'POST',
    path: '/held-orders/:orderId/decision',
    summary: 'Approve or refuse, line by line, what the page asked; signed (D-41)',
    personal: true,
    writesItself: true,
    rate: 'heavy',
    body: shape({
      hash: Type.String({
        pattern: '^[0-9a-f]{64}$',
        maxLength: 64,
        description: 'the version of what was shown',
      }),
      sumFen: Type.Integer({ ...fen, description: 'what was shown as the sum to be agreed to' }),
      answers: Type.Array(
        shape({
          lineId: id,
          answer: oneOf(['approved', 'refused']),
          refusalReason: Type.Optional(text(300)),
        }),
        { minItems: 1, maxItems: 100 },
      ),
      signedBy: line(80),
      signature: Type.String({
        minLength: 4,
        maxLength: 400_000,
        pattern: '^[A-Za-z0-9+/]+={0,2}$',
        description: 'a picture, base64',
      }),
    }),
    reply: heldVisit,
    problems: [
      'link_code_needed',
      'link_message_needed',
      'link_over',
      'quote_changed',
      'nothing_asked',
      'answer_missing',
      'line_unknown',
      'nothing_approved',
      'file_kind_refused',
      'file_too_large',
      'picture_broken',
      'storage_full',
      'uploads_used_up',
      'signature_not_a_picture',
    ],
  }),
  askInvoice: route({
    ...held,
    id: 'heldOrders.askInvoice',
    method: 'POST',
    path: '/held-orders/:orderId/invoice',
    summary: 'Hand in what the invoice is to say, or correct it before it is issued',
    personal: true,
    body: shape(invoiceFields),
    reply: heldVisit,
    problems: ['link_code_needed', 'link_message_needed', 'link_over', ...invoiceProblems],
  }),
  photo: route({
    ...held,
    id: 'heldOrders.photo',
    audit: 'read',
    method: 'GET',
    path: '/held-orders/:orderId/photos/:fileId',
    summary: 'A photo that the shop released',
    kind: 'stream',
    personal: true,
    params: shape({ orderId: id, fileId: id }),
    reply: Type.Unknown({ description: 'JPEG' }),
    problems: ['link_code_needed', 'link_over', 'range_outside'],
  }),
  request: route({
    ...pdf,
    id: 'heldOrders.request',
    path: '/held-orders/:orderId/request.pdf',
    summary: 'The repair request form that the customer signed (报修单), A4',
    problems: ['link_code_needed', 'link_over'],
  }),
  intakeInspection: route({
    ...pdf,
    id: 'heldOrders.intakeInspection',
    path: '/held-orders/:orderId/intake-inspection.pdf',
    summary: 'What was found when the car came in (进厂检验单), once it is signed, A4',
    problems: ['link_code_needed', 'link_over'],
  }),
  finalInspection: route({
    ...pdf,
    id: 'heldOrders.finalInspection',
    path: '/held-orders/:orderId/final-inspection.pdf',
    summary: 'The inspection that the car passed before it leaves (出厂检验单), A4',
    problems: ['link_code_needed', 'link_over'],
  }),
  deliverySheet: route({
    ...pdf,
    id: 'heldOrders.deliverySheet',
    path: '/held-orders/:orderId/delivery-sheet.pdf',
    summary: 'The delivery sheet that he signed (交车单), A4',
    problems: ['link_code_needed', 'link_over'],
  }),
  settlementList: route({
    ...pdf,
    id: 'heldOrders.settlementList',
    path: '/held-orders/:orderId/settlement-list.pdf',
    summary: 'The settlement list (结算清单), A4',
    problems: ['link_code_needed', 'link_over', 'settlement_too_early'],
  }),
};
