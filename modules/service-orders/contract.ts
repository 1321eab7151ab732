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
  mileageKm,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import type { PlateColour } from '#shared/plates.ts';
import { route, shape } from '#shared/route.ts';
import { orderStates } from './lifecycle.ts';

export const orderKinds = [
  'maintenance',
  'repair',
  'bodyPaint',
  'inspection',
  'repeatRepair',
  'enquiry',
] as const;
export const waitingReasons = ['', 'parts', 'customer', 'sublet', 'bay'] as const;
export const payers = ['customer', 'warranty', 'insurance', 'internal', 'campaign'] as const;
export const answers = ['open', 'approved', 'refused'] as const;
export const answerWays = ['inPerson', 'phone', 'message', 'link'] as const;
/** 进厂检验一般采用咨询、实地观察、仪器检测和路试的方法进行 (S2). */
export const inspectionMethods = ['questions', 'look', 'instrument', 'roadTest'] as const;
export const lights = ['green', 'yellow', 'red'] as const;
export const grades = ['overhaul', 'assembly', 'secondary', 'primary', 'minor', 'special'] as const;
export const gates = ['intake', 'selfCheck', 'teamCheck', 'final'] as const;
export const paymentMethods = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'transfer',
  'onAccount',
] as const;
export const oldPartChoices = ['return', 'waive', 'none'] as const;
/** Marked apart by law: 机动车维修管理规定 art. 30. */
export const partOrigins = ['original', 'equivalent', 'repaired', 'customer'] as const;
export const boardColumns = [
  'waiting',
  'inWork',
  'parts',
  'customer',
  'inspection',
  'ready',
] as const;

const plateColours = [
  'blue',
  'green',
  'yellow',
  'yellowGreen',
  'white',
  'black',
] as const satisfies readonly PlateColour[];

const minutes = Type.Integer({ minimum: 0, maximum: 60_000, description: 'standard minutes' });
const fuelEighths = Type.Integer({ minimum: 0, maximum: 8, description: 'eighths of the tank' });

const part = shape({
  name: line(120),
  number: text(60),
  origin: oneOf(partOrigins),
  quantityThousandths: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  unit: line(10),
  unitFen: fen,
});
export type Part = Static<typeof part>;

const finding = shape({ item: line(120), light: oneOf(lights), note: text(500) });

/** A job as it is quoted; with the `id` of an earlier one it replaces that. */
const quotedLine = shape({
  id: Type.Optional(id),
  description: line(300),
  finding: Type.Optional(text(500)),
  standardMinutes: Type.Optional(minutes),
  labourFen: fen,
  parts: Type.Optional(Type.Array(part, { maxItems: 50 })),
  partsFen: Type.Optional(
    Type.Integer({ ...fen, description: 'left out: the sum of parts, in fen' }),
  ),
  payer: Type.Optional(oneOf(payers)),
});
export type QuotedLine = Static<typeof quotedLine>;

const jobLine = shape({
  id,
  position: count,
  origin: oneOf(['estimate', 'additional']),
  description: line(300),
  finding: text(500),
  standardMinutes: minutes,
  labourFen: fen,
  parts: Type.Array(part, { maxItems: 50 }),
  partsFen: fen,
  payer: oneOf(payers),
  answer: oneOf(answers),
  answerHow: nullable(oneOf(answerWays)),
  answeredBy: nullable(text(80)),
  answerNote: text(500),
  answeredAt: nullable(instant),
  recordedByName: text(80),
  refusalReason: text(300),
  proposedByName: text(80),
  doneAt: nullable(instant),
  doneByName: text(80),
});
export type JobLine = Static<typeof jobLine>;

const inspection = shape({
  gate: oneOf(gates),
  passed: Type.Boolean(),
  methods: Type.Array(oneOf(inspectionMethods), { maxItems: 4 }),
  findings: Type.Array(finding, { maxItems: 100 }),
  grade: nullable(oneOf(grades)),
  note: text(2000),
  inspectorName: text(80),
  at: instant,
});

const guarantee = shape({
  orderId: id,
  number: line(40),
  deliveredOn: date,
  untilOn: date,
  untilKm: mileageKm,
  work: Type.Array(text(300), { maxItems: 50 }),
});
export type Guarantee = Static<typeof guarantee>;

const orderHead = {
  id,
  number: line(40),
  kind: oneOf(orderKinds),
  state: oneOf(orderStates),
  waitingFor: oneOf(waitingReasons),
  customerWords: line(2000),
  plate: text(20),
  plateColour: oneOf(plateColours),
  model: text(120),
  customerName: line(120),
  advisorId: id,
  advisorName: text(80),
  technicianId: nullable(id),
  technicianName: text(80),
  bay: text(40),
  promisedAt: nullable(instant),
  stateSince: instant,
  receivedAt: instant,
  version,
};

export const serviceOrder = shape(
  {
    ...orderHead,
    orgUnitId: id,
    vehicle: shape({
      id,
      vin: text(40),
      vehicleType: text(60),
      mileageKm: nullable(mileageKm),
      mileageOn: nullable(date),
    }),
    customer: shape({ id, name: line(120), phone: text(40), wishes: text(2000) }),
    senderName: text(80),
    senderPhone: text(40),
    mileageKm,
    fuelEighths: nullable(fuelEighths),
    valuables: text(500),
    oldParts: oneOf(['undecided', ...oldPartChoices]),
    earlierOrder: nullable(shape({ id, number: line(40) })),
    /** The order whose guarantee still runs: this visit may be a repeat repair (WSH-14). */
    guarantee: nullable(guarantee),
    estimatedFen: fen,
    approvedFen: fen,
    settledFen: nullable(fen),
    deliveryMileageKm: nullable(mileageKm),
    acceptedBy: text(80),
    closingNote: text(2000),
    readyAt: nullable(instant),
    deliveredAt: nullable(instant),
    lines: Type.Array(jobLine, { maxItems: 500 }),
    inspections: Type.Array(inspection, { maxItems: 200 }),
    certificate: nullable(
      shape({
        number: line(40),
        guaranteeKm: mileageKm,
        guaranteeDays: count,
        inspectorName: text(80),
        issuedAt: instant,
      }),
    ),
    payments: Type.Array(
      shape({
        method: oneOf(paymentMethods),
        amountFen: fen,
        note: text(200),
        takenByName: text(80),
        at: instant,
      }),
      { maxItems: 100 },
    ),
    papers: Type.Array(
      shape({
        fileId: id,
        fileName: text(200),
        contentType: text(120),
        kind: oneOf(['photo', 'signature', 'document']),
        caption: text(200),
        at: instant,
      }),
      { maxItems: 300 },
    ),
    history: Type.Array(
      shape({
        step: line(40),
        fromState: text(40),
        toState: line(40),
        note: text(2000),
        byName: text(80),
        at: instant,
      }),
      { maxItems: 500 },
    ),
    commitments: Type.Array(commitmentShape, { maxItems: 50 }),
    steps: Type.Array(stepShape, { maxItems: 30 }),
  },
  { $id: 'ServiceOrder' },
);
export type ServiceOrder = Static<typeof serviceOrder>;

export const listedOrder = shape(orderHead, { $id: 'ListedServiceOrder' });
export type ListedOrder = Static<typeof listedOrder>;

const openItems = {
  jobs: count,
  jobsDone: count,
  openItems: Type.Integer({ ...count, description: 'additional items that wait for an answer' }),
};
export const boardCard = shape(
  { ...orderHead, column: oneOf(boardColumns), isLate: Type.Boolean(), ...openItems },
  { $id: 'BoardCard' },
);
export type BoardCard = Static<typeof boardCard>;

/** What the workshop holds in the hand: the jobs without their prices. */
export const workshopJob = shape(
  {
    ...orderHead,
    ...openItems,
    lines: Type.Array(
      shape({
        id,
        description: line(300),
        finding: text(500),
        standardMinutes: minutes,
        origin: oneOf(['estimate', 'additional']),
        answer: oneOf(answers),
        doneAt: nullable(instant),
      }),
      { maxItems: 500 },
    ),
    steps: Type.Array(stepShape, { maxItems: 30 }),
  },
  { $id: 'WorkshopJob' },
);
export type WorkshopJob = Static<typeof workshopJob>;

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
  how: oneOf(answerWays),
  note: Type.Optional(text(500)),
});
export type CustomerAnswer = Static<typeof customerAnswer>;
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

const request = {
  kind: Type.Optional(oneOf(orderKinds)),
  senderName: Type.Optional(text(80)),
  senderPhone: Type.Optional(text(40)),
  fuelEighths: Type.Optional(fuelEighths),
  valuables: Type.Optional(text(500)),
};

export const serviceOrderRoutes = {
  receive: route({
    id: 'serviceOrders.receive',
    method: 'POST',
    path: '/service-orders',
    summary: 'Receive a vehicle: the customer’s own words, mileage, what was promised',
    access: receive,
    personal: true,
    body: shape({
      vehicleId: id,
      customerId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'the owner, if left out' }),
      ),
      customerWords: line(2000),
      mileageKm,
      mileageReason: Type.Optional(line(200, 'why it is lower than before')),
      promisedAt: Type.Optional(instant),
      earlierOrderId: Type.Optional(id),
      ...request,
    }),
    reply: serviceOrder,
    status: 201,
    problems: [
      'mileage_lower',
      'vehicle_here_already',
      'owner_unknown',
      'earlier_order_needed',
      'earlier_order_unknown',
      'promise_past',
    ],
  }),
  list: route({
    id: 'serviceOrders.list',
    method: 'GET',
    path: '/service-orders',
    summary: 'Service orders, the latest first',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(orderStates)),
      vehicleId: Type.Optional(id),
      customerId: Type.Optional(id),
      advisorId: Type.Optional(id),
      number: Type.Optional(line(40, 'how the number begins, or ends')),
      receivedFrom: Type.Optional(date),
      receivedUntil: Type.Optional(date),
      sort: Type.Optional(oneOf(['receivedAt', '-receivedAt'])),
    }),
    reply: listOf(listedOrder),
  }),
  board: route({
    id: 'serviceOrders.board',
    method: 'GET',
    path: '/service-orders/board',
    summary: 'Every vehicle in the shop by what it waits for, late promises first (WSH-17)',
    access: see,
    personal: true,
    reply: shape({ items: Type.Array(boardCard, { maxItems: 500 }) }),
  }),
  workshop: route({
    id: 'serviceOrders.workshop',
    method: 'GET',
    path: '/service-orders/workshop',
    summary: 'One’s own jobs, what may be taken up, what waits for a check; without prices',
    access: work,
    query: shape({ of: Type.Optional(oneOf(['mine', 'waiting', 'inspection'])) }),
    reply: shape({ items: Type.Array(workshopJob, { maxItems: 200 }) }),
  }),
  arrival: route({
    id: 'serviceOrders.arrival',
    method: 'GET',
    path: '/service-orders/arrival',
    summary: 'What reception has to know of a vehicle: last reading, running guarantee (WSH-14)',
    access: receive,
    about: null,
    personal: true,
    query: shape({ vehicleId: id, mileageKm: Type.Optional(mileageKm) }),
    reply: shape({
      vehicleId: id,
      plate: text(20),
      plateColour: oneOf(plateColours),
      model: text(120),
      lastMileageKm: nullable(mileageKm),
      lastMileageOn: nullable(date),
      customer: nullable(shape({ id, name: line(120), phone: text(40), wishes: text(2000) })),
      openOrder: nullable(shape({ id, number: line(40) })),
      guarantee: nullable(guarantee),
      refused: Type.Array(shape({ description: text(300), reason: text(300) }), { maxItems: 20 }),
    }),
  }),
  read: route({
    id: 'serviceOrders.read',
    method: 'GET',
    path: '/service-orders/:orderId',
    summary: 'The whole order',
    access: see,
    about: 'serviceOrder',
    personal: true,
    params: one,
    reply: serviceOrder,
  }),
  change: route({
    id: 'serviceOrders.change',
    method: 'PATCH',
    path: '/service-orders/:orderId',
    summary: 'Correct what was written down at reception',
    access: receive,
    about: 'serviceOrder',
    personal: true,
    params: one,
    body: shape({ customerWords: Type.Optional(line(2000)), ...request }),
    reply: serviceOrder,
    problems: ['order_closed'],
  }),
  sheet: route({
    id: 'serviceOrders.sheet',
    method: 'GET',
    path: '/service-orders/:orderId/sheet.pdf',
    summary: 'The order on paper (任务委托书), A4',
    access: see,
    about: 'serviceOrder',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    params: one,
    reply: Type.Unknown({ description: 'PDF' }),
  }),
  inspect: step(
    'inspect',
    [see, 'Intake inspection: methods, findings, grade (WSH-03)'],
    shape({ methods, findings, grade: oneOf(grades), note: Type.Optional(text(2000)) }),
  ),
  estimate: step(
    'estimate',
    [receive, 'Quote: all job lines; what changed has to be answered again (WSH-12)'],
    shape({ lines: Type.Array(quotedLine, { minItems: 1, maxItems: 100 }) }),
    ['line_unknown', 'parts_do_not_add_up'],
  ),
  approve: step(
    'approve',
    [receive, 'The customer’s answer to each line, on record (WSH-12)'],
    customerAnswer,
    ['line_unknown', 'answer_missing', 'nothing_approved'],
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
    ['line_unknown', 'nothing_to_answer'],
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
    problems: ['line_not_approved'],
  }),
  selfCheck: step('selfCheck', [work, 'The technician’s own check (WSH-07)'], check, [
    'additional_item_open',
    'jobs_not_done',
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
    ['reason_needed', 'guarantee_below_minimum'],
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
    ['above_approved', 'payments_do_not_add_up'],
  ),
  deliver: step(
    'deliver',
    [receive, 'Deliver: walked through with the customer; starts the follow-ups'],
    shape({
      mileageKm: Type.Optional(mileageKm),
      acceptedBy: line(80),
      note: Type.Optional(text(500)),
    }),
    ['certificate_missing', 'mileage_lower'],
  ),
  leaveUnrepaired: step(
    'leaveUnrepaired',
    [receive, 'The customer leaves with a diagnosis and quotation only'],
    shape({ diagnosis: line(2000) }),
  ),
  cancel: step('cancel', [receive, 'Cancel the order'], shape({ reason: line(500) })),
  wait: step(
    'wait',
    [see, 'Say what the vehicle waits for, or that it waits no more'],
    shape({ waitingFor: oneOf(waitingReasons) }),
    ['order_closed'],
  ),
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
  }),
};
