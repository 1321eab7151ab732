import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const checkInEvents = events('checkIn', {
  begun: shape({ checkInId: id, vehicleId: id }),
  /** Something was written down; its name, not its words. */
  changed: shape({ checkInId: id, what: line(400) }),
  signed: shape({ checkInId: id, orderId: id }),
  abandoned: shape({ checkInId: id }),
  corrected: shape({ checkInId: id }),
});
