import { type Static, Type } from 'typebox';
import {
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
  personalName,
  personalText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { fuelEighths, handover, handoverFields, handoverProblems } from './contract-handover.ts';
import { carConditions, licenceClasses, loanGrounds, loanStates } from './lifecycle.ts';

const see = 'serviceOrders.see';
const desk = 'serviceOrders.receive';

export const loanCar = shape(
  {
    id,
    version,
    plate: line(20),
    model: text(120),
    condition: oneOf(carConditions),
    conditionNote: text(300),
    mileageKm,
    inspectionUntil: date,
    insuranceUntil: date,
    /** With whom it is now. */
    loan: nullable(shape({ id, customerName: personalName(120), dueAt: instant, lentAt: instant })),
  },
  { $id: 'LoanCar' },
);
export type LoanCar = Static<typeof loanCar>;

const ofCar = {
  plate: line(20),
  model: text(120),
  mileageKm,
  inspectionUntil: date,
  insuranceUntil: date,
};
const loanCarId = shape({ loanCarId: id });

export const loanCarRoutes = {
  list: route({
    id: 'loanCars.list',
    method: 'GET',
    path: '/loan-cars',
    summary: 'The shop’s loan cars by their plates, and with whom each is',
    access: see,
    personal: true,
    query: shape({ ...pageFields, condition: Type.Optional(oneOf(carConditions)) }),
    reply: listOf(loanCar),
  }),
  add: route({
    id: 'loanCars.add',
    method: 'POST',
    path: '/loan-cars',
    summary: 'A car of the shop’s own to lend',
    access: 'organisation.manage',
    body: shape(ofCar),
    reply: loanCar,
    status: 201,
    problems: ['loan_car_twice'],
  }),
  change: route({
    id: 'loanCars.change',
    method: 'PATCH',
    path: '/loan-cars/:loanCarId',
    summary: 'Its papers, its reading, whether it can be lent',
    access: 'organisation.manage',
    about: 'loanCar',
    params: loanCarId,
    body: shape({
      model: Type.Optional(text(120)),
      mileageKm: Type.Optional(mileageKm),
      inspectionUntil: Type.Optional(date),
      insuranceUntil: Type.Optional(date),
      condition: Type.Optional(oneOf(carConditions)),
      conditionNote: Type.Optional(text(300)),
    }),
    reply: loanCar,
    problems: ['loan_car_twice', 'loan_car_lent'],
  }),
};

const listedFields = {
  id,
  version,
  state: oneOf(loanStates),
  loanCarId: id,
  carPlate: line(20),
  carModel: text(120),
  customerId: id,
  customerName: personalName(120),
  borrowerName: personalText('name', 80),
  orderId: nullable(id),
  orderNumber: text(40),
  ground: oneOf(loanGrounds),
  lentAt: instant,
  dueAt: instant,
  returnedAt: nullable(instant),
  costFen: fen,
};
export const listedLoan = shape(listedFields, { $id: 'ListedLoan' });
export type ListedLoan = Static<typeof listedLoan>;

export const loan = shape(
  {
    ...listedFields,
    licenceClass: oneOf(licenceClasses),
    licenceUntil: date,
    checkedByName: text(80),
    costReason: personalText('words', 300),
    handovers: Type.Array(handover, { maxItems: 2 }),
    mayStep: Type.Boolean(),
  },
  { $id: 'Loan' },
);
export type Loan = Static<typeof loan>;

const about = {
  about: 'loan',
  personal: true,
  params: shape({ loanId: id }),
} as const;

export const loanRoutes = {
  list: route({
    id: 'loans.list',
    method: 'GET',
    path: '/loans',
    summary: 'Loans, the latest first; those of one order where it is named',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(loanStates)),
      orderId: Type.Optional(id),
    }),
    reply: listOf(listedLoan),
  }),
  one: route({
    ...about,
    id: 'loans.one',
    method: 'GET',
    path: '/loans/:loanId',
    summary: 'A loan with how the car went and came back',
    access: see,
    reply: loan,
  }),
  lend: route({
    id: 'loans.lend',
    method: 'POST',
    path: '/loans',
    summary: 'Lend a car: the licence seen, its state put down, the agreement signed',
    access: desk,
    personal: true,
    body: shape({
      ...handoverFields,
      mileageKm,
      fuelEighths,
      signedBy: line(80),
      signatureFileId: id,
      loanCarId: id,
      customerId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'that of the order, if left out' }),
      ),
      orderId: Type.Optional(id),
      ground: oneOf(loanGrounds),
      borrowerName: line(80),
      licenceClass: oneOf(licenceClasses),
      licenceUntil: date,
      isLicenceSeen: Type.Boolean({ description: 'the licence itself was seen, not a copy' }),
      dueAt: instant,
    }),
    reply: loan,
    status: 201,
    problems: [
      ...handoverProblems,
      'loan_car_lent',
      'loan_car_not_ready',
      'loan_car_inspection_over',
      'loan_car_insurance_over',
      'licence_not_seen',
      'licence_over',
      'loan_due_past',
      'loan_customer_needed',
      'customer_unknown',
      'lender_person',
    ],
  }),
  extend: route({
    ...about,
    id: 'loans.extend',
    method: 'POST',
    path: '/loans/:loanId/extend',
    summary: 'Another time to bring it back',
    access: desk,
    body: shape({ dueAt: instant }),
    reply: loan,
    problems: [
      'step_not_allowed',
      'loan_due_past',
      'licence_over',
      'loan_car_inspection_over',
      'loan_car_insurance_over',
    ],
  }),
  giveBack: route({
    ...about,
    id: 'loans.giveBack',
    method: 'POST',
    path: '/loans/:loanId/give-back',
    summary: 'It is back: reading, fuel, damage, and what it costs him',
    access: desk,
    body: shape({
      ...handoverFields,
      mileageKm,
      fuelEighths,
      costFen: Type.Optional(fen),
      costReason: Type.Optional(text(300)),
      isOutOfOrder: Type.Optional(
        Type.Boolean({ description: 'true: not lent again until it is put right' }),
      ),
    }),
    reply: loan,
    problems: ['step_not_allowed', 'loan_cost_reason_needed', ...handoverProblems],
  }),
  sheet: route({
    ...about,
    id: 'loans.sheet',
    audit: 'read',
    method: 'GET',
    path: '/loans/:loanId/sheet.pdf',
    summary: 'The loan agreement (代步车借用协议) in two copies, A4',
    access: desk,
    kind: 'stream',
    rate: 'heavy',
    reply: Type.Unknown({ description: 'PDF' }),
  }),
};
