import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, line, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** What was sought stays out of them: `filter` is the list's query without the words that were typed. */
export const exportEvents = events('export', {
  asked: shape({
    exportId: id,
    list: line(60),
    rows: count,
    filter: text(1000),
    isWhole: Type.Boolean(),
  }),
  fetched: shape({ exportId: id }),
  done: shape({ exportId: id, rows: count }),
  broken: shape({ exportId: id, rows: count }),
  refused: shape({ employeeId: id, list: line(60), rows: count, left: count }),
  budgetSet: shape({ roleId: id, rowsADay: count }),
});
