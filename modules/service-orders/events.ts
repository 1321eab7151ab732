import { events } from '#shared/events.ts';
import { date, id, line, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { orderStates } from './lifecycle.ts';

/** Who and what left the shop: enough to plan what follows without asking back. */
const departure = {
  orderId: id,
  customerId: id,
  vehicleId: id,
  advisorId: id,
  orgUnitId: id,
  orgPath: line(400),
};

/** Nothing in it speaks of a customer: what a role may let off is the house's own word. */
export const discountLimitEvents = events(
  'discountLimit',
  { set: shape({ orgUnitId: id }) },
  { subject: null },
);

export const repairGuaranteeEvents = events(
  'repairGuarantee',
  { promised: shape({ orgUnitId: id }) },
  { subject: null },
);

export const serviceOrderEvents = events('serviceOrder', {
  received: shape({ orderId: id }),
  stateChanged: shape({
    orderId: id,
    from: oneOf(orderStates),
    to: oneOf(orderStates),
    step: line(40),
  }),
  /** Something on the order changed while its state did not: an additional item, a promise, a paper. */
  changed: shape({ orderId: id, what: line(40) }),
  delivered: shape({ ...departure, deliveredOn: date }),
  /** Left with a question answered, or a diagnosis and a quotation only: it is followed up too (FUP-01). */
  leftUnrepaired: shape({ ...departure, leftOn: date }),
});
