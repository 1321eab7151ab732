import { events } from '#shared/events.ts';
import { count, id, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** No code stands in them, and nothing of who looked. */
export const genuineEvents = events('genuineCheck', {
  issued: shape({ batchId: id, codes: count }),
  labelsPrinted: shape({ batchId: id, codes: count }),
  checked: shape({ codeId: id, checks: count, place: text(80) }),
  warned: shape({ codeId: id, checks: count, places: count }),
  batchWithdrawn: shape({ batchId: id, reason: text(200) }),
  codeWithdrawn: shape({ codeId: id, reason: text(200) }),
});
