import { type Static, type TSchema, Type } from 'typebox';
import { commitmentShape } from '#modules/commitments/contract.ts';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import {
  causeKinds,
  channels,
  complaintKinds,
  complaintLifecycle,
  customerAnswers,
  figureKeys,
  replyWays,
  satisfactions,
  severities,
  urgencies,
} from './lifecycle.ts';

const words = (limit = 1000) => line(limit);
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
  complainantName: line(80),
  complainantPhone: text(40),
  customerId: nullable(id),
  vehicleId: nullable(id),
  orderId: nullable(id),
  plate: nullable(text(20)),
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
  facts: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown()),
  byName: nullable(text(80)),
  at: instant,
});

export const complaint = shape(
  {
    ...inList,
    content: words(4000),
    aboutWhom: text(200),
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
    toldAt: nullable(instant),
    toldHow: nullable(oneOf(replyWays)),
    satisfaction: nullable(oneOf(satisfactions)),
    askedAt: nullable(instant),
    lesson: text(2000),
    exception: nullable(shape({ reason: text(1000), byName: nullable(text(80)) })),
    watchUntil: nullable(date),
    customer: nullable(shape({ id, name: line(80), phone: text(40) })),
    vehicle: nullable(shape({ id, plate: text(20), plateColour: line(20), model: text(80) })),
    order: nullable(
      shape({ id, number: line(30), state: line(40), receivedAt: instant, advisorName: text(80) }),
    ),
    earlier: Type.Array(earlierComplaint, { maxItems: 10 }),
    entries: Type.Array(entry, { maxItems: 500 }),
    commitments: Type.Array(commitmentShape, { maxItems: 100 }),
    gate: shape({
      cause: Type.Boolean(),
      measure: Type.Boolean(),
      told: Type.Boolean(),
      satisfaction: Type.Boolean(),
      lesson: Type.Boolean(),
    }),
    steps: Type.Array(stepShape, { maxItems: 20 }),
  },
  { $id: 'Complaint' },
);
export type Complaint = Static<typeof complaint>;

export const newComplaint = shape(
  {
    channel: oneOf(channels),
    complainantName: line(80),
    complainantPhone: Type.Optional(text(40)),
    kind,
    content: words(4000),
    aboutWhom: Type.Optional(text(200, 'whom or what it is about')),
    replyBy: Type.Optional(oneOf(replyWays)),
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
const match = shape({
  customerId: nullable(id),
  customerName: text(80),
  phone: text(40),
  vehicleId: nullable(id),
  plate: text(20),
  model: text(80),
  order: nullable(shape({ id, number: line(30), receivedAt: instant, advisorName: text(80) })),
  earlier: Type.Array(earlierComplaint, { maxItems: 5 }),
});
export type ComplaintMatch = Static<typeof match>;

const figure = shape({
  key: oneOf([...figureKeys, 'complaintRate']),
  value: count,
  of: count,
  share: nullable(Type.Number({ minimum: 0, maximum: 1_000_000 })),
  target: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  isTargetUpper: Type.Boolean({ description: 'the share should stay below the target' }),
  filter: text(300, 'the query of /complaints that lists what was counted'),
});
export type ComplaintFigure = Static<typeof figure>;

const one = shape({ complaintId: id });
const step = <B extends TSchema>(
  name: string,
  summary: string,
  body: B,
  access = 'complaints.handle',
) =>
  route({
    id: `complaints.${name}`,
    method: 'POST',
    path: `/complaints/:complaintId/${name}`,
    summary,
    access,
    about: 'complaint',
    params: one,
    body,
    reply: complaint,
    personal: true,
    problems: ['step_not_allowed', 'not_your_case', 'handler_unknown', 'gate_open', 'in_future'],
  });

export const complaintRoutes = {
  list: route({
    id: 'complaints.list',
    method: 'GET',
    path: '/complaints',
    summary: 'List complaints, the most pressing first',
    access: 'complaints.see',
    personal: true,
    query: shape({
      ...pageFields,
      sort: Type.Optional(oneOf(['dueAt', '-receivedAt'])),
      isOpen: Type.Optional(Type.Boolean()),
      state: Type.Optional(state),
      kind: Type.Optional(kind),
      severity: Type.Optional(oneOf(['unassessed', ...severities])),
      handlerId: Type.Optional(id),
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
      channel: Type.Optional(oneOf(channels)),
      receivedFrom: Type.Optional(date),
      receivedUntil: Type.Optional(date),
      figure: Type.Optional(oneOf(figureKeys)),
      q: Type.Optional(text(60, 'number, plate or complainant, from its beginning')),
    }),
    reply: listOf(listedComplaint),
  }),
  one: route({
    id: 'complaints.one',
    method: 'GET',
    path: '/complaints/:complaintId',
    summary: 'A complaint with its entries, clocks, customer, car, order and earlier ones',
    access: 'complaints.see',
    about: 'complaint',
    personal: true,
    params: one,
    reply: complaint,
  }),
  receive: route({
    id: 'complaints.receive',
    method: 'POST',
    path: '/complaints',
    summary: 'Put a complaint on the register; its 24-hour clock starts',
    access: 'complaints.handle',
    personal: true,
    body: newComplaint,
    reply: complaint,
    status: 201,
    problems: ['customer_unknown', 'vehicle_unknown', 'order_unknown', 'in_future'],
  }),
  matches: route({
    id: 'complaints.matches',
    method: 'GET',
    path: '/complaint-matches',
    summary:
      'Whom a complaint may concern: by plate, phone or name, with the last order and earlier complaints',
    access: 'complaints.see',
    personal: true,
    query: shape({ q: text(60) }),
    reply: shape({ items: Type.Array(match, { maxItems: 10 }) }),
  }),
  acknowledge: step(
    'acknowledge',
    'Answer the customer and name who handles it',
    shape({ handlerId: Type.Optional(id), words: words() }),
  ),
  assess: step(
    'assess',
    'First assessment: severity and urgency, which set the terms',
    shape({
      severity: oneOf(severities),
      urgency: Type.Optional(oneOf(urgencies)),
      reason: words(),
    }),
  ),
  assign: step(
    'assign',
    'Hand the case to another handler',
    shape({ handlerId: id, reason: words() }),
  ),
  investigate: step(
    'investigate',
    'Put findings, cause and responsibility on record',
    shape({
      findings: words(4000),
      causeKind: Type.Optional(oneOf(causeKinds)),
      cause: Type.Optional(text(2000)),
      responsibility: Type.Optional(text(500)),
    }),
  ),
  propose: step(
    'propose',
    'The solution, the measure taken, and what the customer says to it',
    shape({
      solution: words(2000),
      measure: words(2000),
      customerAnswer: oneOf(customerAnswers),
      costFen: Type.Optional(fen),
      words: Type.Optional(text(1000)),
    }),
  ),
  reportBack: step(
    'reportBack',
    'The customer was told the result',
    shape({ how: oneOf(replyWays), toldAt: Type.Optional(instant), words: words() }),
  ),
  askSatisfaction: step(
    'askSatisfaction',
    'Whether the customer is satisfied; not satisfied opens it again',
    shape({ satisfaction: oneOf(satisfactions), words: Type.Optional(text(1000)) }),
  ),
  noteLesson: step('noteLesson', 'What the house learns from it', shape({ lesson: words(2000) })),
  close: step(
    'close',
    'Close it; refused while anything is missing',
    shape({ words: Type.Optional(text(1000)) }),
  ),
  closeByException: step(
    'closeByException',
    'Close it with a step missing, signed with a reason',
    shape({ reason: words() }),
    'complaints.supervise',
  ),
  watch: step(
    'watch',
    'Watch that it does not come back',
    shape({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })) }),
  ),
  reopen: step('reopen', 'Open it again', shape({ reason: words() })),
  note: step('note', 'Add words to the record', shape({ words: words(2000) })),
  figures: route({
    id: 'complaints.figures',
    method: 'GET',
    path: '/figures/complaints',
    summary: 'Complaint rate, timeliness, resolution, recurrence of a period',
    access: 'complaints.see',
    query: shape({ from: date, to: date }),
    reply: shape({ from: date, to: date, figures: Type.Array(figure, { maxItems: 10 }) }),
    problems: ['period_reversed'],
  }),
};
