import { events } from '#shared/events.ts';
import { id, instant, line, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { tripKinds, tripStates } from './lifecycle.ts';

const onTrip = { tripId: id, customerId: id, vehicleId: id };
const onLoan = { loanId: id, loanCarId: id, customerId: id };

export const tripEvents = events('trip', {
  asked: shape({ ...onTrip, kind: oneOf(tripKinds), arriveBy: instant }),
  changed: shape(onTrip),
  assigned: shape({ ...onTrip, driverId: id, arriveBy: instant }),
  stateChanged: shape({ ...onTrip, to: oneOf(tripStates), step: line(40) }),
});

export const loanCarEvents = events('loanCar', {
  added: shape({ loanCarId: id }),
  changed: shape({ loanCarId: id }),
});

export const loanEvents = events('loan', {
  lent: shape({ ...onLoan, dueAt: instant }),
  extended: shape({ ...onLoan, dueAt: instant }),
  returned: shape(onLoan),
});
