import type { ChangeOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { LineRow } from './queries.ts';

const lines = statement<LineRow, { orderId: string }>(
  'serviceOrders.lines',
  'select * from job_lines where tenant_id = :tenant and order_id = :orderId order by position, id',
);
export const linesOf = (work: Work, orderId: string) => work.rows(lines, { orderId });

export const insertLines = (work: Work, rows: readonly Fresh<'jobLines'>[]) =>
  rows.length === 0 ? Promise.resolve() : work.insertAll('jobLines', rows);
export const updateLine = (work: Work, lineId: string, change: ChangeOf<'jobLines'>) =>
  work.update('jobLines', { id: lineId }, change);

const dropped = statement<never, { orderId: string; kept: readonly string[] }>(
  'serviceOrders.dropLines',
  `delete from job_lines where tenant_id = :tenant and order_id = :orderId and origin = 'estimate'
      and not id = any(:kept::uuid[])`,
);
/** Takes the lines off the quotation that are no longer on it. */
export const dropLinesBut = (work: Work, orderId: string, kept: readonly string[]) =>
  work.run(dropped, { orderId, kept });
