import { type Static, Type } from 'typebox';
import { commitmentShape } from '#modules/commitments/contract.ts';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalName,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { pointsOfIt } from './contract-points.ts';
import { workOnIt } from './contract-work-record.ts';
import {
  causeKinds,
  channels,
  complaintKinds,
  complaintLifecycle,
  customerAnswers,
  figureKeys,
  receiptStates,
  receiptWays,
  replyWays,
  satisfactions,
  severities,
  urgencies,
} from './lifecycle.ts';

const kind = oneOf(complaintKinds);
const state = oneOf(complaintLifecycle.states);

const inList = {
  id,
  number: line(30),
  channel: oneOf(channels),
  kind,
  classOfS1: oneOf(['productQuality', 'serviceAttitude', 'repairTechnique']),
  severity: oneOf(['unassessed', ...severities]),
  urgency: oneOf(urgencies),
  state,
  complainantName: personalName(80),
  complainantPhone: personalText('phone', 40),
  isWalled: Type.Boolean({
    description: 'opened from a tier above: name and phone masked until taken over or revealed',
  }),
  customerId: nullable(id),
  vehicleId: nullable(id),
  orderId: nullable(id),
  plate: nullable(plateText),
  handlerId: nullable(id),
  handlerName: nullable(text(80)),
  receivedAt: instant,
  answerDueAt: instant,
  dueAt: nullable(instant),
  acknowledgedAt: nullable(instant),
  closedAt: nullable(instant),
  repeatOfId: nullable(id),
  timesReopened: count,
  version,
};

export const listedComplaint = shape(
  {
    ...inList,
    beginning: text(160, 'the first words of the complaint'),
    clock: nullable(commitmentShape),
  },
  { $id: 'ListedComplaint' },
);
export type ListedComplaint = Static<typeof listedComplaint>;

const earlierComplaint = shape({
  id,
  number: line(30),
  kind,
  state,
  receivedAt: instant,
  beginning: text(160),
  isSameVehicle: Type.Boolean(),
});
const entry = shape({
  id,
  step: line(40),
  words: text(4000),
  facts: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown({ 'x-personal': 'words' })),
  byName: nullable(text(80)),
  at: instant,
});

export const complaint = shape(
  {
    ...inList,
    content: line(4000),
    aboutWhom: text(200),
    referenceNumber: personalText('words', 60, 'at the platform or authority that passed it on'),
    referenceDueOn: nullable(date),
    replyBy: oneOf(replyWays),
    sourceType: nullable(oneOf(['followUpCall', 'serviceOrder'])),
    sourceId: nullable(id),
    causeKind: nullable(oneOf(causeKinds)),
    cause: text(2000),
    responsibility: text(500),
    solution: text(2000),
    measure: text(2000),
    customerAnswer: nullable(oneOf(customerAnswers)),
    costFen: nullable(fen),
    isAnonymous: Type.Boolean(),
    receipt: shape({
      state: oneOf(receiptStates),
      dueAt: nullable(instant),
      toldAt: nullable(instant),
      toldHow: nullable(oneOf(receiptWays)),
    }),
    toldAt: nullable(instant),
    toldHow: nullable(oneOf(replyWays)),
    satisfaction: nullable(oneOf(satisfactions)),
    askedAt: nullable(instant),
    lesson: text(2000),
    exception: nullable(shape({ reason: text(1000), byName: nullable(text(80)) })),
    watchUntil: nullable(date),
    customer: nullable(shape({ id, name: personalName(80), phone: personalText('phone', 40) })),
    vehicle: nullable(shape({ id, plate: plateText, plateColour: line(20), model: text(80) })),
    order: nullable(
      shape({ id, number: line(30), state: line(40), receivedAt: instant, advisorName: text(80) }),
    ),
    earlier: Type.Array(earlierComplaint, { maxItems: 10 }),
    entries: Type.Array(entry, { maxItems: 500 }),
    commitments: Type.Array(commitmentShape, { maxItems: 100 }),
    gate: shape({
      cause: Type.Boolean({ description: 'every point is judged' }),
      measure: Type.Boolean(),
      tasks: Type.Boolean({ description: 'no task is left open' }),
      told: Type.Boolean(),
      satisfaction: Type.Boolean(),
      lesson: Type.Boolean(),
    }),
    ...pointsOfIt,
    ...workOnIt,
    steps: Type.Array(stepShape, { maxItems: 20 }),
  },
  { $id: 'Complaint' },
);
export type Complaint = Static<typeof complaint>;

/** What comes with a complaint that a platform or an authority (12315) passed on. */
export const passedOn = {
  referenceNumber: Type.Optional(text(60, 'its number there')),
  referenceDueOn: Type.Optional(date),
};

export const newComplaint = shape(
  {
    channel: oneOf(channels),
    complainantName: line(80),
    complainantPhone: Type.Optional(text(40)),
    isAnonymous: Type.Optional(Type.Boolean({ description: 'nobody is known who could be told' })),
    receiptTold: Type.Optional(
      oneOf(
        [...replyWays, 'notYet'],
        'how the complainant was told at once that it is received; left out: as the channel has it',
      ),
    ),
    kind,
    classKey: Type.Optional(line(40, 'of the tree of classes, below its kind')),
    content: line(4000),
    aboutWhom: Type.Optional(text(200, 'whom or what it is about')),
    replyBy: Type.Optional(oneOf(replyWays)),
    ...passedOn,
    customerId: Type.Optional(id),
    vehicleId: Type.Optional(id),
    orderId: Type.Optional(id),
    sourceType: Type.Optional(oneOf(['followUpCall', 'serviceOrder'])),
    sourceId: Type.Optional(id),
    receivedAt: Type.Optional(instant),
  },
  { $id: 'NewComplaint' },
);
export type NewComplaint = Static<typeof newComplaint>;

/** Whom a complaint may concern, found by a plate, a phone or a name. */
export const match = shape({
  customerId: nullable(id),
  customerName: personalText('name', 80),
  phone: personalText('phone', 40),
  vehicleId: nullable(id),
  plate: plateText,
  model: text(80),
  order: nullable(shape({ id, number: line(30), receivedAt: instant, advisorName: text(80) })),
  earlier: Type.Array(earlierComplaint, { maxItems: 5 }),
});
export type ComplaintMatch = Static<typeof match>;

export const figure = shape({
  key: oneOf([...figureKeys, 'complaintRate']),
  value: count,
  of: count,
  share: nullable(Type.Number({ minimum: 0, maximum: 1_000_000 })),
  target: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  isTargetUpper: Type.Boolean({ description: 'the share should stay below the target' }),
  filter: text(300, 'the query of /complaints that lists what was counted'),
});
export type ComplaintFigure = Static<typeof figure>;
