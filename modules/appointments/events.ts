import { events } from '#shared/events.ts';
import { date, id, instant, line, nullable, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { appointmentLife, teams } from './lifecycle.ts';

const concerned = { appointmentId: id, customerId: nullable(id), vehicleId: nullable(id) };

export const appointmentEvents = events('appointment', {
  booked: shape({ ...concerned, startsAt: instant }),
  changed: shape(concerned),
  moved: shape({ ...concerned, from: instant, to: instant }),
  stateChanged: shape({ ...concerned, to: oneOf(appointmentLife.states), step: line(40) }),
  /** He did not come within the grace: somebody owes him a call. */
  missed: shape(concerned),
  taken: shape({ ...concerned, byId: id }),
  called: shape(concerned),
});

export const bayEvents = events('bay', {
  added: shape({ bayId: id }),
  changed: shape({ bayId: id }),
  closed: shape({ bayId: id, outageId: id, reason: line(200) }),
  reopened: shape({ bayId: id, outageId: id }),
});

export const teamHoursEvents = events('teamHours', {
  saved: shape({ team: oneOf(teams) }),
  dayChanged: shape({ team: oneOf(teams), on: date }),
  graceSaved: shape({ graceMinutes: line(10) }),
});
