import { type Static, type TSchema, Type } from 'typebox';
import { fen, id, instant, line, mileageKm, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { minutes, quotedLine } from './contract-lines.ts';
import { finding, serviceOrder } from './contract-record.ts';
import {
  type answerWays,
  grades,
  inspectionMethods,
  oldPartChoices,
  payers,
  paymentMethods,
  toldWays,
  waitingReasons,
} from './contract-vocabulary.ts';

const one = shape({ orderId: id });
const answersGiven = Type.Array(
  shape({
    lineId: id,
    answer: oneOf(['approved', 'refused']),
    refusalReason: Type.Optional(text(300)),
  }),
  { maxItems: 100 },
);
const customerAnswer = shape({
  answers: answersGiven,
  answeredBy: line(80, 'who said so'),
  how: oneOf(toldWays),
  note: Type.Optional(text(500)),
  saidAt: Type.Optional(Type.String({ ...instant, description: 'when, if not just now' })),
  signatureFileId: Type.Optional(
    Type.String({ ...id, description: 'a stored picture of his signature; in person' }),
  ),
});
export type ToldAnswer = Static<typeof customerAnswer>;
export type CustomerAnswer = Omit<ToldAnswer, 'how'> & { how: (typeof answerWays)[number] };
const saidProblems = [
  'answer_time',
  'signature_in_person',
  'signature_not_a_picture',
  'signature_used',
] as const;
const findings = Type.Array(finding, { maxItems: 100 });
const methods = Type.Array(oneOf(inspectionMethods), { minItems: 1, maxItems: 4 });
const check = shape({ passed: Type.Boolean(), note: Type.Optional(text(2000)) });

/** One step of the life cycle: the whole order comes back, with what may be done next. */
const step = <B extends TSchema>(
  name: string,
  [access, summary]: readonly [access: string, summary: string],
  body: B,
  problems: readonly string[] = [],
) =>
  route({
    id: `serviceOrders.${name}`,
    method: 'POST',
    path: `/service-orders/:orderId/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    summary,
    access,
    about: 'serviceOrder',
    personal: true,
    params: one,
    body,
    reply: serviceOrder,
    problems,
  });
const see = 'serviceOrders.see';
const receive = 'serviceOrders.receive';
const work = 'serviceOrders.work';

/** Everything that may be done with an order, from the intake inspection to the delivery. */
export const orderStepRoutes = {
  inspect: {
    ...step(
      'inspect',
      [see, 'Intake inspection: methods, findings, grade (WSH-03)'],
      shape({ methods, findings, grade: oneOf(grades), note: Type.Optional(text(2000)) }),
    ),
    needsOneOf: [receive, 'serviceOrders.inspect'],
  },
  estimate: step(
    'estimate',
    [receive, 'Quote: all job lines; what changed has to be answered again (WSH-12)'],
    shape({ lines: Type.Array(quotedLine, { minItems: 1, maxItems: 100 }) }),
    [
      'line_unknown',
      'package_not_current',
      'package_not_whole',
      'parts_do_not_add_up',
      'price_not_current',
      'repeat_not_free',
    ],
  ),
  approve: step(
    'approve',
    [receive, 'The customer’s answer to each line, on record (WSH-12)'],
    customerAnswer,
    ['line_unknown', 'answer_missing', 'nothing_approved', ...saidProblems],
  ),
  handOver: step(
    'handOver',
    [receive, 'Hand over to the workshop'],
    shape({ technicianId: Type.Optional(id), bay: Type.Optional(text(40)) }),
    ['technician_unknown'],
  ),
  start: step('start', [work, 'Take the job up oneself'], shape({ bay: Type.Optional(text(40)) })),
  propose: step(
    'propose',
    [work, 'Report a fault that is not on the order (增项, WSH-05)'],
    shape({
      description: line(300),
      finding: line(500),
      standardMinutes: Type.Optional(minutes),
      labourFen: Type.Optional(fen),
      partsFen: Type.Optional(fen),
      payer: Type.Optional(oneOf(payers)),
    }),
  ),
  priceItem: route({
    ...step(
      'priceItem',
      [receive, 'Name the price of an additional item, so that the customer can be asked (WSH-05)'],
      shape({ labourFen: fen, partsFen: fen, payer: oneOf(payers) }),
      ['nothing_to_answer', 'order_closed', 'total_too_large'],
    ),
    path: '/service-orders/:orderId/lines/:lineId/price',
    params: shape({ orderId: id, lineId: id }),
  }),
  answer: step(
    'answer',
    [receive, 'The customer’s answer to additional items, priced (WSH-05)'],
    shape({
      ...customerAnswer.properties,
      answers: Type.Array(
        shape({
          lineId: id,
          answer: oneOf(['approved', 'refused']),
          refusalReason: Type.Optional(text(300)),
          labourFen: Type.Optional(fen),
          partsFen: Type.Optional(fen),
          payer: Type.Optional(oneOf(payers)),
        }),
        { minItems: 1, maxItems: 50 },
      ),
    }),
    ['line_unknown', 'nothing_to_answer', ...saidProblems],
  ),
  markDone: route({
    id: 'serviceOrders.markDone',
    method: 'POST',
    path: '/service-orders/:orderId/lines/:lineId/done',
    summary: 'A job is done, or is not after all',
    access: work,
    about: 'serviceOrder',
    personal: true,
    params: shape({ orderId: id, lineId: id }),
    body: shape({ done: Type.Boolean() }),
    reply: serviceOrder,
    problems: ['line_not_approved', 'line_outside'],
  }),
  selfCheck: step('selfCheck', [work, 'The technician’s own check (WSH-07)'], check, [
    'additional_item_open',
    'jobs_not_done',
    'line_outside',
    'reason_needed',
  ]),
  teamCheck: step('teamCheck', [work, 'The team’s or the next process’s check (WSH-07)'], check, [
    'reason_needed',
  ]),
  finalInspect: step(
    'finalInspect',
    ['serviceOrders.inspect', 'Final inspection; a pass issues the certificate (WSH-08)'],
    shape({
      ...check.properties,
      methods,
      findings,
      guaranteeDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
      guaranteeKm: Type.Optional(mileageKm),
    }),
    ['reason_needed', 'guarantee_below_minimum', 'line_outside'],
  ),
  settle: step(
    'settle',
    ['serviceOrders.settle', 'Settle; never above what was approved (WSH-12)'],
    shape({
      totalFen: fen,
      payments: Type.Array(
        shape({
          method: oneOf(paymentMethods),
          amountFen: Type.Integer({ minimum: 1, maximum: 100_000_000_00, description: 'fen' }),
          note: Type.Optional(text(200)),
        }),
        { maxItems: 10 },
      ),
      oldParts: oneOf(oldPartChoices),
      note: Type.Optional(text(500)),
    }),
    [
      'above_approved',
      'below_due',
      'payments_do_not_add_up',
      'credit_not_granted',
      'credit_exceeded',
    ],
  ),
  deliver: step(
    'deliver',
    [receive, 'Deliver: walked through with the customer; starts the follow-ups'],
    shape({
      mileageKm: Type.Optional(mileageKm),
      acceptedBy: line(80),
      note: Type.Optional(text(500)),
    }),
    ['certificate_missing', 'mileage_lower', 'delivery_unsigned', 'line_outside'],
  ),
  leaveUnrepaired: step(
    'leaveUnrepaired',
    [receive, 'The customer leaves with a diagnosis and quotation only'],
    shape({ diagnosis: line(2000) }),
  ),
  cancel: step('cancel', [receive, 'Cancel the order'], shape({ reason: line(500) })),
  wait: {
    ...step(
      'wait',
      [see, 'Say what the vehicle waits for, or that it waits no more'],
      shape({ waitingFor: oneOf(waitingReasons) }),
      ['order_closed'],
    ),
    needsOneOf: [receive, work],
  },
  promise: step(
    'promise',
    [receive, 'Promise another time; the old one stays on record'],
    shape({ promisedAt: instant, reason: line(200) }),
    ['order_closed', 'promise_past'],
  ),
  addPaper: route({
    ...step(
      'addPaper',
      [see, 'Put a stored file to the order'],
      shape({
        fileId: id,
        kind: oneOf(['photo', 'signature', 'document']),
        caption: Type.Optional(text(200)),
      }),
    ),
    path: '/service-orders/:orderId/papers',
    needsOneOf: [receive, work, 'serviceOrders.settle'],
  }),
};
