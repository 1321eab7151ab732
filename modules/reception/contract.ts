import { type Static, Type } from 'typebox';
import { arrivalAppointment, waitingCustomer } from '#modules/appointments/contract.ts';
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
  sumSpan,
  text,
  vinText,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const list = <S extends Parameters<typeof Type.Array>[0]>(item: S, maxItems = 20) =>
  Type.Array(item, { maxItems });
const colour = oneOf(['blue', 'green', 'yellow', 'yellowGreen', 'white', 'black']);
const phone = personalText(
  'phone',
  40,
  'masked; whole by POST /customers/{customerId}/reveal (ARC-10)',
);

const openOrder = shape({
  id,
  number: line(40),
  state: line(40),
  waitingFor: text(40),
  stateSince: instant,
});

export const foundVehicle = shape(
  {
    id,
    plate: plateText,
    formerPlate: nullable(plateText),
    plateColour: colour,
    vin: vinText,
    model: text(200),
    ownerName: nullable(personalText('name', 200)),
    ownerPhone: nullable(phone),
    lastVisitOn: nullable(date),
    openOrder: nullable(openOrder),
  },
  { $id: 'FoundVehicle' },
);
export type FoundVehicle = Static<typeof foundVehicle>;

export const foundCustomer = shape(
  {
    id,
    name: personalName(200),
    phone,
    lastVisitOn: nullable(date),
    plates: list(plateText),
  },
  { $id: 'FoundCustomer' },
);
export type FoundCustomer = Static<typeof foundCustomer>;

export const foundOrder = shape(
  {
    id,
    number: line(40),
    state: line(40),
    plate: plateText,
    plateColour: colour,
    customerName: nullable(personalText('name', 200)),
    receivedAt: instant,
  },
  { $id: 'FoundOrder' },
);
export type FoundOrder = Static<typeof foundOrder>;

export const foundKinds = ['vehicles', 'customers', 'orders'] as const;
export const searchAnswer = shape(
  {
    order: Type.Array(oneOf(foundKinds), {
      maxItems: 3,
      description: 'the kind that holds the likeliest answer first',
    }),
    vehicles: list(foundVehicle, 60),
    customers: list(foundCustomer, 50),
    orders: list(foundOrder, 50),
  },
  { $id: 'SearchAnswer' },
);
export type SearchAnswer = Static<typeof searchAnswer>;

const promise = shape({
  id,
  rule: line(80),
  aboutType: line(60),
  aboutId: id,
  ownerName: nullable(text(80)),
  dueAt: instant,
  warnAt: nullable(instant),
  state: oneOf(['open', 'paused', 'broken']),
  sum: Type.Array(sumSpan, { maxItems: 5000 }),
});
const job = shape({ description: line(2000), origin: oneOf(['estimate', 'additional']) });
const visit = shape({
  id,
  number: line(40),
  kind: line(40),
  state: line(40),
  receivedAt: instant,
  deliveredAt: nullable(instant),
  mileageKm,
  customerWords: text(4000),
  settledFen: nullable(fen),
  jobs: list(job),
});
const refused = shape({
  orderId: id,
  orderNumber: line(40),
  description: line(2000),
  reason: text(2000),
  amountFen: nullable(fen),
  answeredAt: nullable(instant),
});
const guarantee = shape({
  orderId: id,
  orderNumber: line(40),
  certificate: line(60),
  days: Type.Integer({ ...count, description: 'since the car left after that order' }),
  work: Type.Array(text(300), { maxItems: 20 }),
  untilOn: date,
  untilKm: mileageAheadKm,
});

/** All that the desk should know of a car in the moment it stands there. */
export const plateCard = shape(
  {
    vehicle: shape({
      id,
      plate: plateText,
      plateColour: colour,
      vin: vinText,
      vinWarning: text(200),
      model: text(200),
      vehicleType: text(200),
      mileageKm: nullable(mileageKm),
      mileageOn: nullable(date),
      lastVisitOn: nullable(date),
      historyNote: text(20_000),
      remark: text(20_000),
      nextDueOn: nullable(date),
      nextDueKm: nullable(mileageAheadKm),
    }),
    customer: nullable(
      shape({
        id,
        kind: oneOf(['person', 'company']),
        name: personalName(200),
        salutation: oneOf(['', 'mr', 'ms']),
        phone,
        wishes: text(20_000),
        doNotMention: text(20_000),
        contacts: list(
          shape({ id, role: line(40), name: personalName(200), phone, note: text(2000) }),
        ),
      }),
    ),
    missing: Type.Array(line(40), { maxItems: 30, description: 'what the archive lacks (ARC-01)' }),
    appointment: nullable(arrivalAppointment),
    openOrder: nullable(
      shape({
        ...openOrder.properties,
        customerWords: line(4000),
        advisorName: nullable(text(80)),
        promisedAt: nullable(instant),
        receivedAt: instant,
      }),
    ),
    visits: list(visit),
    visitCount: count,
    refused: list(refused),
    guarantees: list(guarantee),
    promises: list(promise),
    matters: list(
      shape({
        id,
        kind: oneOf(['demand', 'hope', 'question']),
        content: line(20_000),
        state: line(40),
        createdAt: instant,
      }),
    ),
    lastComplaint: nullable(
      shape({ id, number: line(40), kind: line(40), state: line(40), receivedAt: instant }),
    ),
    followUps: list(shape({ id, rule: line(80), earliestOn: date, latestOn: date })),
  },
  { $id: 'PlateCard' },
);
export type PlateCard = Static<typeof plateCard>;

export const plateReading = shape(
  {
    plate: line(40, 'as it is stored and compared'),
    kind: oneOf(['plate', 'faulty']),
    type: nullable(line(40)),
    colour: nullable(colour),
    hint: text(300, 'what to check, in the reader’s language'),
    suggestion: nullable(text(20, 'of what was typed')),
    card: nullable(plateCard),
  },
  { $id: 'PlateReading' },
);
export type PlateReading = Static<typeof plateReading>;

const carInShop = shape({
  ...openOrder.properties,
  vehicleId: id,
  plate: plateText,
  plateColour: colour,
  model: text(200),
  customerName: nullable(personalText('name', 200)),
  advisorName: nullable(text(80)),
  promisedAt: nullable(instant),
  receivedAt: instant,
});
const latePromise = shape({
  ...promise.properties,
  subject: personalText('words', 300),
  plate: nullable(plateText),
  vehicleId: nullable(id),
});

export const desk = shape(
  {
    cars: list(carInShop, 100),
    carCount: count,
    promises: list(latePromise, 30),
    waiting: list(waitingCustomer, 50),
    expected: list(waitingCustomer, 50),
  },
  { $id: 'ReceptionDesk' },
);
export type Desk = Static<typeof desk>;

export const receptionRoutes = {
  search: route({
    id: 'reception.search',
    method: 'GET',
    path: '/search',
    summary: 'Cars, customers and orders by plate, name, pinyin, phone, VIN or order number',
    access: 'vehicles.see',
    personal: true,
    query: shape({
      q: line(60),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 8 })),
    }),
    reply: searchAnswer,
  }),
  cardOfVehicle: route({
    id: 'reception.cardOfVehicle',
    method: 'GET',
    path: '/plate-cards/:vehicleId',
    summary: 'All that the desk should know of a car',
    access: 'vehicles.see',
    personal: true,
    about: 'vehicle',
    params: shape({ vehicleId: id }),
    reply: plateCard,
  }),
  cardOfPlate: route({
    id: 'reception.cardOfPlate',
    method: 'GET',
    path: '/plate-cards',
    summary: 'Reads a plate as typed and gives the card of its car, if it is known',
    access: 'vehicles.see',
    personal: true,
    query: shape({ plate: line(40) }),
    reply: plateReading,
  }),
  desk: route({
    id: 'reception.desk',
    method: 'GET',
    path: '/reception-desk',
    summary: 'Cars in the shop and promises that are late or soon will be',
    access: 'serviceOrders.see',
    personal: true,
    reply: desk,
  }),
};
