import { type Static, Type } from 'typebox';
import { payers } from '#modules/service-orders/contract.ts';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  listOf,
  mileageAheadKm,
  nullable,
  oneOf,
  pageFields,
  personalName,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { causeKinds, repeatStates } from './lifecycle.ts';

const see = 'serviceOrders.see';
const desk = 'serviceOrders.receive';

const listedFields = {
  id,
  version,
  state: oneOf(repeatStates),
  orderId: id,
  orderNumber: line(40),
  earlierOrderId: id,
  earlierNumber: line(40),
  plate: plateText,
  model: text(120),
  customerName: personalName(120),
  recognisedAt: instant,
  deliveredOn: date,
  days: Type.Integer({ ...count, description: 'since the car left after the earlier order' }),
  km: Type.Integer({ ...count, description: 'driven since then' }),
  /** Of the guarantee of the earlier order; none: goodwill. */
  untilOn: nullable(date),
  untilKm: nullable(mileageAheadKm),
  attempt: Type.Integer({ minimum: 1, maximum: 1000, description: 'failed repairs of the fault' }),
  job: text(300),
  technicianId: nullable(id),
  technicianName: text(80),
  partnerName: text(120, 'the firm that did the job, where it was given out'),
  symptom: text(500),
  reason: text(300, 'why it is none'),
  decidedByName: text(80),
  decidedOn: nullable(date),
  proofDueAt: instant,
  causeKind: nullable(oneOf(causeKinds)),
  cause: text(500),
  judgedByName: text(80),
  judgedAt: nullable(instant),
};
export const listedRepeat = shape(listedFields, { $id: 'ListedRepeatRepair' });
export type ListedRepeat = Static<typeof listedRepeat>;

export const repeatRepair = shape(
  {
    ...listedFields,
    /** The article that now holds, once repairs of the same fault have failed as often as it says; else empty. */
    elsewhereSource: text(200),
    proofSource: text(200),
    proofDays: count,
    /** What was done on the earlier order. */
    jobs: Type.Array(
      shape({
        lineId: id,
        description: line(300),
        technicianName: text(80),
        partnerName: text(120),
      }),
      {
        maxItems: 500,
      },
    ),
    /** What is quoted on this one. */
    lines: Type.Array(
      shape({ lineId: id, description: line(300), payer: oneOf(payers), amountFen: fen }),
      { maxItems: 500 },
    ),
    steps: Type.Array(stepShape, { maxItems: 5 }),
  },
  { $id: 'RepeatRepair' },
);
export type RepeatRepair = Static<typeof repeatRepair>;

const about = {
  about: 'repeatRepair',
  personal: true,
  params: shape({ repeatRepairId: id }),
} as const;

const counted = {
  from: Type.Optional(date),
  until: Type.Optional(date),
};
const ofWhom = {
  technicianId: Type.Optional(id),
  job: Type.Optional(line(300)),
};
const permille = nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }));
const figure = shape({
  key: text(300, 'a technician’s id, a job’s words, or a month as YYYY-MM'),
  name: text(300),
  orders: count,
  repeats: count,
  cameBack: count,
  /** repeats ÷ orders, in thousandths; none without orders. */
  repeatRate: permille,
  /** (orders − cameBack) ÷ orders, in thousandths. */
  firstTimeRate: permille,
});
export type RepeatFigure = Static<typeof figure>;
export const figureGroups = ['technician', 'job', 'month'] as const;
export type FigureGroup = (typeof figureGroups)[number];

export const countedOrder = shape(
  {
    id,
    number: line(40),
    plate: plateText,
    customerName: personalName(120),
    deliveredAt: instant,
    technicianName: text(80),
    cameBack: Type.Boolean(),
  },
  { $id: 'OrderCountedForRepeats' },
);
export type CountedOrder = Static<typeof countedOrder>;

export const repeatRepairRoutes = {
  list: route({
    id: 'repeatRepairs.list',
    method: 'GET',
    path: '/repeat-repairs',
    summary:
      'Repeat repairs, the latest first, with what they repeat, whose work, and why (WSH-10)',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(repeatStates)),
      ...ofWhom,
      ...counted,
      counted: Type.Optional(
        oneOf(
          ['decided', 'delivered'],
          'which day the period means: of the decision, or of leaving after the earlier order',
        ),
      ),
    }),
    reply: listOf(listedRepeat),
  }),
  ofOrder: route({
    id: 'repeatRepairs.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/repeat-repair',
    summary: 'Whether this visit repeats an earlier one, and what may be done about it',
    access: see,
    about: 'serviceOrder',
    personal: true,
    params: shape({ orderId: id }),
    reply: shape({ repeatRepair: nullable(repeatRepair) }),
  }),
  confirm: route({
    ...about,
    id: 'repeatRepairs.confirm',
    method: 'POST',
    path: '/repeat-repairs/:repeatRepairId/confirm',
    summary: 'It is a repeat repair: which job did not hold, what is free of charge (WSH-10)',
    access: desk,
    body: shape({
      lineId: Type.Optional(id),
      symptom: Type.Optional(text(500)),
      freeLines: Type.Optional(Type.Array(shape({ lineId: id }), { maxItems: 100 })),
    }),
    reply: repeatRepair,
    problems: [
      'step_not_allowed',
      'repeat_job_unknown',
      'repeat_not_free',
      'repeat_settled',
      'line_unknown',
      'order_closed',
    ],
  }),
  decline: route({
    ...about,
    id: 'repeatRepairs.decline',
    method: 'POST',
    path: '/repeat-repairs/:repeatRepairId/decline',
    summary: 'It is none: for a reason that stays on record',
    access: desk,
    body: shape({ reason: line(300) }),
    reply: repeatRepair,
    problems: ['step_not_allowed'],
  }),
  judge: route({
    ...about,
    id: 'repeatRepairs.judge',
    method: 'POST',
    path: '/repeat-repairs/:repeatRepairId/judge',
    summary: 'Why the repair did not hold; another cause than it only within the term (art. 37)',
    access: see,
    needsOneOf: [desk, 'serviceOrders.inspect'],
    body: shape({ causeKind: oneOf(causeKinds), cause: Type.Optional(text(500)) }),
    reply: repeatRepair,
    problems: ['step_not_allowed', 'repeat_evidence_needed', 'repeat_proof_late'],
  }),
  figures: route({
    id: 'repeatRepairs.figures',
    mayLag: true,
    method: 'GET',
    path: '/repeat-repairs/figures',
    summary: 'Repeat rate and first-time-fix rate by technician, job or month (WSH-10)',
    access: see,
    query: shape({ ...counted, by: Type.Optional(oneOf(figureGroups)) }),
    reply: shape({
      from: date,
      until: date,
      total: figure,
      items: Type.Array(figure, { maxItems: 200 }),
    }),
  }),
  orders: route({
    id: 'repeatRepairs.orders',
    method: 'GET',
    path: '/repeat-repairs/orders',
    summary: 'The delivered orders that a figure counts, the latest first',
    access: see,
    personal: true,
    query: shape({ ...pageFields, ...counted, ...ofWhom }),
    reply: listOf(countedOrder),
  }),
};
