import { type Static, Type } from 'typebox';
import {
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { handover, handoverBody, handoverProblems } from './contract-handover.ts';
import { tripKinds, tripStates } from './lifecycle.ts';

export * from './contract-handover.ts';
export * from './contract-loans.ts';

const see = 'serviceOrders.see';
const desk = 'serviceOrders.receive';
const one = shape({ tripId: id });

const listedFields = {
  id,
  kind: oneOf(tripKinds),
  state: oneOf(tripStates),
  version,
  customerId: id,
  customerName: personalName(120),
  vehicleId: id,
  plate: plateText,
  model: text(120),
  address: personalText('address', 300),
  wish: personalText('words', 1000),
  arriveBy: instant,
  driverId: nullable(id),
  driverName: text(80),
  setOutAt: nullable(instant),
  arrivedAt: nullable(instant),
  endedAt: nullable(instant),
  endReason: personalText('words', 300),
  orderId: nullable(id),
  orderNumber: text(40),
  appointmentId: nullable(id),
};
export const listedTrip = shape(listedFields, { $id: 'ListedTrip' });
export type ListedTrip = Static<typeof listedTrip>;

export const trip = shape(
  {
    ...listedFields,
    contactName: personalText('name', 80),
    contactPhone: personalText('phone', 40),
    isMine: Type.Boolean({ description: 'given to the caller himself' }),
    handovers: Type.Array(handover, { maxItems: 4 }),
    steps: Type.Array(stepShape, { maxItems: 10 }),
  },
  { $id: 'Trip' },
);
export type Trip = Static<typeof trip>;

const details = {
  address: Type.Optional(line(300)),
  contactName: Type.Optional(text(80)),
  contactPhone: Type.Optional(text(40)),
  wish: Type.Optional(text(1000)),
};
const step = <Body extends Parameters<typeof Type.Array>[0]>(
  name: string,
  summary: string,
  body: Body,
  problems: readonly string[] = [],
  access: typeof see | typeof desk = see,
) =>
  route({
    id: `trips.${name}`,
    method: 'POST',
    path: `/trips/:tripId/${name}`,
    summary,
    access,
    about: 'trip',
    personal: true,
    params: one,
    body,
    reply: trip,
    problems: ['step_not_allowed', ...problems],
  });

export const tripRoutes = {
  list: route({
    id: 'trips.list',
    method: 'GET',
    path: '/trips',
    summary: 'Trips, the latest first; those of one order where it is named',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(tripStates)),
      kind: Type.Optional(oneOf(tripKinds)),
      orderId: Type.Optional(id),
    }),
    reply: listOf(listedTrip),
  }),
  open: route({
    id: 'trips.open',
    method: 'GET',
    path: '/trips/open',
    summary: 'What is on its way or yet to be gone, the most pressing first',
    access: see,
    personal: true,
    query: shape({}),
    reply: shape({ items: Type.Array(listedTrip, { maxItems: 200 }) }),
  }),
  mine: route({
    id: 'trips.mine',
    method: 'GET',
    path: '/trips/mine',
    summary: 'One’s own trips that are not over, the most pressing first',
    access: see,
    personal: true,
    query: shape({}),
    reply: shape({ items: Type.Array(listedTrip, { maxItems: 100 }) }),
  }),
  one: route({
    id: 'trips.one',
    method: 'GET',
    path: '/trips/:tripId',
    summary: 'A trip with what was handed over, and what may be done next',
    access: see,
    about: 'trip',
    personal: true,
    params: one,
    reply: trip,
  }),
  whereTo: route({
    id: 'trips.whereTo',
    audit: 'read',
    method: 'GET',
    path: '/trips/:tripId/where-to',
    summary: 'Whom its driver goes to: address and telephone whole, while the trip lasts',
    access: see,
    about: 'trip',
    personal: true,
    params: one,
    reply: shape({ address: text(300), contactName: text(120), phone: text(40) }),
    problems: ['trip_not_yours', 'trip_over'],
  }),
  ask: route({
    id: 'trips.ask',
    method: 'POST',
    path: '/trips',
    summary: 'A car is to be fetched, brought back, served where it is, or rescued (WSH-13)',
    access: desk,
    personal: true,
    body: shape({
      ...details,
      kind: oneOf(tripKinds),
      address: line(300),
      arriveBy: instant,
      vehicleId: Type.Optional(id),
      customerId: Type.Optional(
        Type.Unsafe<string>({ ...id, description: 'the owner, if left out' }),
      ),
      orderId: Type.Optional(id),
      appointmentId: Type.Optional(id),
      driverId: Type.Optional(id),
    }),
    reply: trip,
    status: 201,
    problems: [
      'trip_car_needed',
      'trip_time_past',
      'driver_unknown',
      'owner_unknown',
      'trip_of_other_car',
    ],
  }),
  change: route({
    id: 'trips.change',
    method: 'PATCH',
    path: '/trips/:tripId',
    summary: 'Where, whom and what for: until he sets out',
    access: desk,
    about: 'trip',
    personal: true,
    params: one,
    body: shape(details),
    reply: trip,
    problems: ['step_not_allowed'],
  }),
  assign: step(
    'assign',
    'Give it to a driver, with another time where that changed',
    shape({ driverId: id, arriveBy: Type.Optional(instant) }),
    ['driver_unknown', 'trip_time_past'],
    desk,
  ),
  setOut: step('setOut', 'He is under way', nothing, ['trip_order_not_ready', 'trip_not_yours']),
  arrive: step('arrive', 'He is there', nothing, ['trip_not_yours']),
  takeOver: step('takeOver', 'The car is his: reading, photos, the signature', handoverBody, [
    ...handoverProblems,
    'trip_not_yours',
  ]),
  finish: step('finish', 'Handed over, or done', handoverBody, [
    ...handoverProblems,
    'trip_not_yours',
  ]),
  fail: step('fail', 'Nobody was there, or nothing could be done', shape({ reason: line(300) }), [
    'trip_not_yours',
  ]),
  cancel: step('cancel', 'Called off', shape({ reason: line(300) }), [], desk),
};
