import { events } from '#shared/events.ts';
import { id, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ documentHoldId: id, customerId: nullable(id) });
export const holdEvents = events('documentHold', {
  placed: which,
  /** Its day is known: the complaint that it came with is closed. */
  termSet: which,
  lifted: which,
  renewed: which,
});
