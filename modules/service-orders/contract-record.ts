import { type Static, Type } from 'typebox';
import { commitmentShape } from '#modules/commitments/contract.ts';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  mileageAheadKm,
  mileageKm,
  nullable,
  oneOf,
  personalName,
  personalText,
  plateText,
  stepShape,
  text,
  version,
  vinText,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { jobLine, minutes, refusedBefore } from './contract-lines.ts';
import { orderShares } from './contract-shares.ts';
import {
  answers,
  boardColumns,
  gates,
  grades,
  inspectionMethods,
  lights,
  oldPartChoices,
  orderKinds,
  outsideStates,
  paidBy,
  plateColours,
  waitingReasons,
} from './contract-vocabulary.ts';
import { orderStates } from './lifecycle.ts';

export const fuelEighths = Type.Integer({
  minimum: 0,
  maximum: 8,
  description: 'eighths of the tank',
});

export const finding = shape({ item: line(120), light: oneOf(lights), note: text(500) });

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

export const guarantee = shape({
  orderId: id,
  number: line(40),
  deliveredOn: date,
  days: Type.Integer({ ...count, description: 'since it was delivered' }),
  fromKm: Type.Integer({ ...mileageKm, description: 'its reading when it was delivered' }),
  untilOn: date,
  untilKm: mileageAheadKm,
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
  plate: plateText,
  plateColour: oneOf(plateColours),
  model: text(120),
  customerName: personalName(120),
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
      vin: vinText,
      vehicleType: text(60),
      mileageKm: nullable(mileageKm),
      mileageOn: nullable(date),
    }),
    customer: shape({
      id,
      name: personalName(120),
      phone: personalText('phone', 40),
      wishes: text(2000),
    }),
    senderName: personalText('name', 80),
    senderPhone: personalText('phone', 40),
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
    ...orderShares,
    /** Of the last visits, while this one is quoted. */
    refusedBefore: Type.Array(refusedBefore, { maxItems: 20 }),
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
        method: oneOf(paidBy),
        amountFen: Type.Integer({
          minimum: -100_000_000_00,
          maximum: 100_000_000_00,
          description: 'fen; below zero where one was taken back',
        }),
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
  linesOutside: Type.Integer({
    ...count,
    description: 'jobs with another firm, or not yet checked',
  }),
};
export const boardCard = shape(
  {
    ...orderHead,
    column: oneOf(boardColumns),
    isLate: Type.Boolean(),
    ...openItems,
    /** Since when the oldest of them waits, at the desk or with the customer (WSH-05). */
    openItemSince: nullable(instant),
  },
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
        outside: oneOf(outsideStates),
      }),
      { maxItems: 500 },
    ),
    steps: Type.Array(stepShape, { maxItems: 30 }),
  },
  { $id: 'WorkshopJob' },
);
export type WorkshopJob = Static<typeof workshopJob>;
