import { type Static, Type } from 'typebox';
import { invoiceShown } from '#modules/cashier/contract.ts';
import {
  answers,
  answerWays,
  packageHead,
  packageOfLine,
  partOrigins,
  payers,
  plateColours,
  waitingReasons,
} from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import { fen, id, instant, line, nullable, oneOf, plateText, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const pictures = Type.Array(id, { maxItems: 100, description: 'released photos that show why' });

/** A job as the customer reads it: what, why, from which parts, for how much, at whose cost. */
const shownLine = shape({
  id,
  description: line(300),
  finding: text(500),
  parts: Type.Array(
    shape({
      name: line(120),
      origin: oneOf(partOrigins),
      quantityThousandths: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
      unit: line(10),
      unitFen: fen,
    }),
    { maxItems: 50 },
  ),
  labourFen: fen,
  partsFen: fen,
  payer: oneOf(payers),
  answer: oneOf(answers),
  answeredBy: text(80),
  answerHow: nullable(oneOf(answerWays)),
  answeredAt: nullable(instant),
  refusalReason: text(300),
  isDone: Type.Boolean(),
  jobPackage: packageOfLine,
  packageHead: nullable(packageHead),
  singly: nullable(
    shape({
      labourFen: fen,
      partsFen: fen,
      unitsFen: Type.Array(fen, { maxItems: 50, description: 'of its parts, in their order' }),
    }),
  ),
  pictures,
});
export type ShownLine = Static<typeof shownLine>;

/** What the customer is asked now, and the version of it that his answer is bound to (D-41). */
const ask = shape({
  kind: oneOf(['estimate', 'items']),
  hash: Type.String({ pattern: '^[0-9a-f]{64}$', maxLength: 64 }),
  lineIds: Type.Array(id, { maxItems: 500 }),
});

const question = shape({
  id,
  lineId: nullable(id),
  about: text(300),
  question: line(500),
  askedAt: instant,
  answer: text(500),
  answeredByName: text(80),
  answeredAt: nullable(instant),
});
export type Question = Static<typeof question>;

/** What stands on his invoice, or is to. */
const heldInvoice = shape(invoiceShown);
export type HeldInvoice = Static<typeof heldInvoice>;

/** In the order in which he is given them. */
export const heldPapers = [
  'order',
  'request',
  'intakeInspection',
  'finalInspection',
  'settlement',
  'delivery',
] as const;

const visitFields = {
  id,
  number: line(40),
  state: oneOf(orderStates),
  waitingFor: oneOf(waitingReasons),
  language: oneOf(['zh-CN', 'en']),
  plateColour: oneOf(plateColours),
  shopName: text(120),
  shopPhone: text(40),
  advisorName: text(80),
  advisorPhone: text(40, 'of who is responsible, as the house gives it to customers'),
  receivedAt: instant,
  promisedAt: nullable(instant),
  /** When a step was reached; and when another time was promised, with why. */
  steps: Type.Array(shape({ state: oneOf(orderStates), at: instant }), { maxItems: 100 }),
  promises: Type.Array(shape({ words: text(2000), at: instant }), { maxItems: 20 }),
  isProved: Type.Boolean({ description: 'what follows is empty before the code is shown' }),
  needsMessage: Type.Boolean({
    description: 'whether an answer is signed only after a code from a text message',
  }),
  lines: Type.Array(shownLine, { maxItems: 500 }),
  asks: nullable(ask),
  approvedFen: fen,
  settledFen: nullable(fen),
  photos: Type.Array(shape({ fileId: id, lineId: nullable(id), caption: text(200), at: instant }), {
    maxItems: 300,
  }),
  questions: Type.Array(question, { maxItems: 50 }),
  invoice: nullable(heldInvoice),
  mayAskInvoice: Type.Boolean({ description: 'there is something to be billed' }),
  papers: Type.Array(oneOf(heldPapers), { maxItems: heldPapers.length }),
};

/** The customer's page of his order. */
export const heldVisit = shape(
  {
    ...visitFields,
    plate: text(20, 'its middle hidden until the code is shown'),
  },
  { $id: 'HeldVisit' },
);
export type HeldVisit = Static<typeof heldVisit>;

/** The same as the desk previews it. */
export const previewedVisit = shape({
  ...visitFields,
  plate: plateText,
});
