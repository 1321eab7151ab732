import { Type } from 'typebox';
import {
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  text,
} from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import {
  appointment,
  bookedDay,
  freeTime,
  listedAppointment,
  plannedMinutes,
} from './contract-book.ts';
import { appointmentLife, fetchings, partsStates, ways, workKinds } from './lifecycle.ts';

export {
  bayRoutes,
  type ShopCapacity,
  shopCapacity,
  teamHoursRoutes,
} from './contract-bays.ts';
export {
  type Appointment,
  type ArrivalAppointment,
  arrivalAppointment,
  type Bay,
  type BookedDay,
  type FreeTime,
  type ListedAppointment,
  type TeamDay,
  type WaitingCustomer,
  waitingCustomer,
} from './contract-book.ts';

const see = 'serviceOrders.see';
const book = 'serviceOrders.receive';
const one = shape({ appointmentId: id });

/** Who comes: somebody on file, or the name, telephone and plate that he gave. */
const whoComes = {
  customerId: Type.Optional(id),
  vehicleId: Type.Optional(id),
  name: Type.Optional(text(80)),
  phone: Type.Optional(text(40)),
  plate: Type.Optional(text(20)),
};
const prepared = {
  fetching: Type.Optional(oneOf(fetchings)),
  place: Type.Optional(text(200, 'where he is fetched or served')),
  advisorId: Type.Optional(nullable(id)),
  parts: Type.Optional(oneOf(partsStates)),
  partsNote: Type.Optional(text(300)),
};
/** When: at a time, in a bay or only among the hours of the day. */
const when = { startsAt: instant, bayId: Type.Optional(nullable(id)) };
const refusals = [
  'no_hours_left',
  'bay_taken',
  'bay_unfit',
  'bay_unknown',
  'shop_closed',
  'time_past',
  'time_too_far',
];

const step = <Body extends Parameters<typeof Type.Array>[0]>(
  name: string,
  summary: string,
  body: Body,
  problems: readonly string[] = [],
) =>
  route({
    id: `appointments.${name}`,
    method: 'POST',
    path: `/appointments/:appointmentId/${name}`,
    summary,
    access: book,
    about: 'appointment',
    personal: true,
    params: one,
    body,
    reply: appointment,
    problems: ['step_not_allowed', ...problems],
  });

export const appointmentRoutes = {
  day: route({
    id: 'appointments.day',
    method: 'GET',
    path: '/appointments/day',
    summary: 'The book of one’s own shop for a day: bays, hours booked of hours there, who comes',
    access: see,
    personal: true,
    query: shape({ on: Type.Optional(date) }),
    reply: bookedDay,
  }),
  freeTimes: route({
    id: 'appointments.freeTimes',
    method: 'GET',
    path: '/appointments/free-times',
    summary: 'When work of a length can begin',
    access: see,
    query: shape({
      kind: oneOf(workKinds),
      minutes: plannedMinutes,
      from: Type.Optional(date),
      bayId: Type.Optional(id),
    }),
    reply: shape({ items: Type.Array(freeTime, { maxItems: 12 }) }),
    problems: ['bay_unknown'],
  }),
  fits: route({
    id: 'appointments.fits',
    method: 'GET',
    path: '/appointments/fits',
    summary: 'Whether the workshop can be done by a promised time, else by when (WSH-11)',
    access: see,
    query: shape({ kind: oneOf(workKinds), minutes: plannedMinutes, by: instant }),
    reply: shape({
      fits: Type.Boolean(),
      isKnown: Type.Boolean({ description: 'false: no hours were set for this work' }),
      earliestAt: nullable(instant),
    }),
  }),
  list: route({
    id: 'appointments.list',
    method: 'GET',
    path: '/appointments',
    summary: 'Appointments by their time',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(appointmentLife.states)),
      from: Type.Optional(date),
      until: Type.Optional(date),
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
    }),
    reply: listOf(listedAppointment),
  }),
  one: route({
    id: 'appointments.one',
    method: 'GET',
    path: '/appointments/:appointmentId',
    summary: 'An appointment with what was agreed and moved',
    access: see,
    about: 'appointment',
    personal: true,
    params: one,
    reply: appointment,
  }),
  book: route({
    id: 'appointments.book',
    method: 'POST',
    path: '/appointments',
    summary:
      'Book a time; refused with what is left and the next free times where it cannot be kept',
    access: book,
    personal: true,
    body: shape({
      ...whoComes,
      ...prepared,
      ...when,
      wish: line(1000),
      kind: oneOf(workKinds),
      plannedMinutes,
      way: Type.Optional(oneOf(ways)),
    }),
    reply: appointment,
    status: 201,
    problems: [
      ...refusals,
      'who_comes_needed',
      'customer_unknown',
      'vehicle_unknown',
      'advisor_unknown',
    ],
  }),
  walkIn: route({
    id: 'appointments.walkIn',
    method: 'POST',
    path: '/appointments/walk-in',
    summary: 'Somebody came without an appointment: he waits for his turn',
    access: book,
    personal: true,
    body: shape({ ...whoComes, wish: line(1000), kind: oneOf(workKinds) }),
    reply: appointment,
    status: 201,
    problems: ['who_comes_needed', 'customer_unknown', 'vehicle_unknown'],
  }),
  change: route({
    id: 'appointments.change',
    method: 'PATCH',
    path: '/appointments/:appointmentId',
    summary: 'What he wishes, which parts, whom he wants',
    access: book,
    about: 'appointment',
    personal: true,
    params: one,
    body: shape({
      ...prepared,
      wish: Type.Optional(line(1000)),
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
    }),
    reply: appointment,
    problems: ['step_not_allowed', 'customer_unknown', 'vehicle_unknown', 'advisor_unknown'],
  }),
  move: step(
    'move',
    'Another time or bay',
    shape({
      ...when,
      plannedMinutes: Type.Optional(plannedMinutes),
      reason: Type.Optional(personalText('words', 300)),
    }),
    refusals,
  ),
  confirm: step('confirm', 'The customer confirmed it', nothing),
  arrive: step('arrive', 'He is there, and waits to be received', nothing),
  take: step('take', 'Takes a waiting customer', nothing, ['receiver_person']),
  call: step(
    'call',
    'Who did not come was called',
    shape({ note: line(300, 'what he said, or that he was not reached') }),
  ),
  cancel: step('cancel', 'Called off; its hours are free again', shape({ reason: line(300) })),
};
