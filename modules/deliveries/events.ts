import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const pack = { deliveryPackId: id, orderId: id };
export const deliveryPackEvents = events('deliveryPack', {
  begun: shape(pack),
  /** Something was written down; what, not its words. */
  changed: shape({ ...pack, what: line(40) }),
  checked: shape(pack),
  rechecked: shape(pack),
  told: shape(pack),
  signed: shape(pack),
});

/** Nothing in it speaks of a customer: how the house delivers. */
export const deliveryRuleEvents = events(
  'deliveryRule',
  { set: shape({ orgUnitId: id }) },
  { subject: null },
);
