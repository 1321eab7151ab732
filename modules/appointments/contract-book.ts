import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import {
  appointmentLife,
  bayKinds,
  fetchings,
  partsStates,
  teams,
  ways,
  workKinds,
} from './lifecycle.ts';

/** A job of five minutes at least, of twenty days at most. */
export const plannedMinutes = Type.Integer({
  minimum: 5,
  maximum: 9600,
  description: 'of work, in minutes',
});
const minutesOf = Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'in minutes' });

const head = {
  id,
  state: oneOf(appointmentLife.states),
  kind: oneOf(workKinds),
  team: oneOf(teams),
  way: oneOf(ways),
  fetching: oneOf(fetchings),
  name: personalText('name', 120),
  phone: personalText('phone', 40),
  plate: plateText,
  model: text(120),
  customerId: nullable(id),
  vehicleId: nullable(id),
  wish: personalText('words', 1000),
  plannedMinutes: minutesOf,
  startsAt: instant,
  endsAt: instant,
  bayId: nullable(id),
  bayName: text(40),
  advisorId: nullable(id),
  advisorName: text(80),
  parts: oneOf(partsStates),
  arrivedAt: nullable(instant),
  takenByName: text(80),
  calledAt: nullable(instant),
  orderId: nullable(id),
  timesMoved: count,
  version,
};

export const listedAppointment = shape(head, { $id: 'ListedAppointment' });
export type ListedAppointment = Static<typeof listedAppointment>;

export const appointment = shape(
  {
    ...head,
    place: personalText('address', 200),
    partsNote: personalText('words', 300),
    cancelReason: personalText('words', 300),
    entries: Type.Array(
      shape({
        id,
        step: line(40),
        fromState: text(40),
        toState: line(40),
        formerAt: nullable(instant),
        startsAt: instant,
        note: personalText('words', 300),
        byName: text(80),
        at: instant,
      }),
      { maxItems: 200 },
    ),
    steps: Type.Array(stepShape, { maxItems: 20 }),
  },
  { $id: 'Appointment' },
);
export type Appointment = Static<typeof appointment>;

export const outage = shape({
  id,
  fromAt: instant,
  untilAt: nullable(instant),
  reason: line(200),
});

export const bay = shape(
  {
    id,
    name: line(40),
    kind: oneOf(bayKinds),
    position: count,
    usedFrom: date,
    usedUntil: nullable(date),
    outages: Type.Array(outage, { maxItems: 50 }),
    version,
  },
  { $id: 'Bay' },
);
export type Bay = Static<typeof bay>;

/** How much of a team's day is booked, and how much there is. */
export const teamDay = shape({ team: oneOf(teams), booked: minutesOf, there: minutesOf });
export type TeamDay = Static<typeof teamDay>;

const span = shape({ from: instant, to: instant });

/** One day of one shop. */
export const bookedDay = shape(
  {
    on: date,
    note: text(200, 'why the shop is open or closed'),
    openings: Type.Array(span, { maxItems: 20 }),
    bays: Type.Array(bay, { maxItems: 100 }),
    teams: Type.Array(teamDay, { maxItems: teams.length }),
    items: Type.Array(listedAppointment, { maxItems: 500 }),
    missed: count,
    asked: Type.Integer({ ...count, description: 'by the web, of any day, not confirmed yet' }),
    hasBays: Type.Boolean({ description: 'false: nobody has put a bay on file here yet' }),
  },
  { $id: 'BookedDay' },
);
export type BookedDay = Static<typeof bookedDay>;

export const freeTime = shape(
  {
    startsAt: instant,
    endsAt: instant,
    bayId: nullable(id),
    bayName: text(40),
    left: Type.Integer({ ...minutesOf, description: 'minutes that the team has left that day' }),
  },
  { $id: 'FreeTime' },
);
export type FreeTime = Static<typeof freeTime>;

/** Who waits at the desk, the longest first. */
export const waitingCustomer = shape({
  id,
  state: oneOf(appointmentLife.states),
  way: oneOf(ways),
  kind: oneOf(workKinds),
  name: personalText('name', 120),
  plate: plateText,
  vehicleId: nullable(id),
  wish: personalText('words', 1000),
  startsAt: instant,
  arrivedAt: nullable(instant),
  takenByName: text(80),
  advisorName: text(80),
  version,
});
export type WaitingCustomer = Static<typeof waitingCustomer>;

/** What the desk knows of a car's appointment of today. */
export const arrivalAppointment = shape({
  id,
  state: oneOf(appointmentLife.states),
  kind: oneOf(workKinds),
  wish: personalText('words', 1000),
  startsAt: instant,
  endsAt: instant,
  bayName: text(40),
  advisorName: text(80),
  parts: oneOf(partsStates),
});
export type ArrivalAppointment = Static<typeof arrivalAppointment>;
