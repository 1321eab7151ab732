import { events } from '#shared/events.ts';
import { count, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const merged = shape({ mergeId: id, kind: line(20), keptId: id, goneId: id });

/** Of records only: what stood in them lies in the merge, and goes with the person. */
export const mergeEvents = events('merge', {
  done: merged,
  /** The same, told of the record that went into the other. */
  left: merged,
  undone: merged,
  restored: merged,
});

export const duplicateEvents = events('duplicates', {
  searched: shape({ runId: id }),
  cancelled: shape({ runId: id }),
  found: shape({ runId: id, pairs: count }),
  toldApart: shape({ kind: line(20), oneId: id, otherId: id }),
});
