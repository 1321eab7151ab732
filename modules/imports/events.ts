import { events } from '#shared/events.ts';
import { count, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** Names of people and numbers of phones stay out: the audit keeps what was done, the rows keep the data. */
export const importEvents = events('import', {
  begun: shape({ batchId: id, fileName: line(200) }),
  failed: shape({ batchId: id, fault: line(60) }),
  judged: shape({ batchId: id, rows: count }),
  remapped: shape({ batchId: id }),
  rowMended: shape({ batchId: id, rowNo: count }),
  decided: shape({ batchId: id, code: line(60), decision: line(20), rows: count }),
  returned: shape({ batchId: id, fileId: id }),
  started: shape({ batchId: id }),
  done: shape({ batchId: id, customers: count, vehicles: count, changed: count }),
  /** A list of employees: the archive is as it was. */
  peopleDone: shape({ batchId: id, employees: count }),
  /** A list whose rows another module keeps. */
  keptDone: shape({ batchId: id, kind: line(20), records: count }),
  keptUndone: shape({ batchId: id, kind: line(20), records: count, kept: count }),
  stopped: shape({ batchId: id, fault: line(60) }),
  undoStarted: shape({ batchId: id }),
  undone: shape({ batchId: id, customers: count, vehicles: count }),
  peopleUndone: shape({ batchId: id, employees: count, kept: count }),
  discarded: shape({ batchId: id }),
  mapKept: shape({ batchId: id, importMapId: id, name: line(80) }),
  mapForgotten: shape({ importMapId: id, name: line(80) }),
  handedBack: shape({ batchId: id, rows: count }),
});
