import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Finding, TidyValues, WarningCode } from '../judge/verdict.ts';
import type { RowToWrite } from './kept-kinds.ts';
import type { StoredRow } from './queries.ts';

export interface EarlierOfSubject {
  rowNo: number;
  subject: string;
  values: TidyValues;
}
const earlier = statement<
  EarlierOfSubject,
  { batchId: string; subjects: readonly string[]; before: number }
>(
  'imports.earlierOfSubjects',
  `select r.row_no, r.subject, r.tidied as values from unnest(:subjects::text[]) k
     join import_rows r on r.tenant_id = :tenant and r.batch_id = :batchId and r.subject = k and r.row_no < :before
    order by r.row_no`,
);
/** Rows before this one that are about any of these subjects. */
export const earlierOfSubjects = (
  work: Work,
  batchId: string,
  subjects: readonly string[],
  before: number,
) => work.rows(earlier, { batchId, subjects, before });

const ofSubjects = statement<StoredRow, { batchId: string; subjects: readonly string[] }>(
  'imports.rowsOfSubjects',
  `select r.row_no, r.cells, r.fixes, r.verdict, r.status, r.decision, r.other_row, r.other_customer_id,
          r.other_vehicle_id, r.other_employee_id, r.version
     from unnest(:subjects::text[]) k
     join import_rows r on r.tenant_id = :tenant and r.batch_id = :batchId and r.subject = k
    order by r.row_no`,
);
export const rowsOfSubjects = (work: Work, batchId: string, subjects: readonly string[]) =>
  work.rows(ofSubjects, { batchId, subjects });

const subject = statement<{ subject: string | null }, { batchId: string; rowNo: number }>(
  'imports.subjectOfRow',
  `select subject from import_rows where tenant_id = :tenant and batch_id = :batchId and row_no = :rowNo`,
);
export const subjectOf = async (work: Work, batchId: string, rowNo: number) =>
  (await work.first(subject, { batchId, rowNo }))?.subject ?? null;

const toWrite = statement<RowToWrite, { batchId: string; after: number; size: number }>(
  'imports.keptRowsToWrite',
  `select row_no, tidied as values, customer_id, staged from import_rows
    where tenant_id = :tenant and batch_id = :batchId and status = 'ready' and row_no > :after
    order by row_no limit :size`,
);
/** The next rows that are written, in their order. */
export const keptRowsToWrite = (work: Work, batchId: string, after: number, size: number) =>
  work.rows(toWrite, { batchId, after, size });

const summed = statement<
  { field: string; all: number; accepted: number },
  { batchId: string; fields: readonly string[] }
>(
  'imports.sums',
  `select f.field, coalesce(sum((r.tidied ->> f.field)::bigint), 0)::bigint as "all",
          coalesce(sum((r.tidied ->> f.field)::bigint) filter (where r.status in ('ready', 'imported')), 0)::bigint
            as accepted
     from unnest(:fields::text[]) with ordinality as f(field, place)
     left join import_rows r on r.tenant_id = :tenant and r.batch_id = :batchId and r.status <> 'aside'
    group by f.field, f.place order by f.place`,
);
export const sumsOfRows = (work: Work, batchId: string, fields: readonly string[]) =>
  work.rows(summed, { batchId, fields });

const subjects = statement<{ all: number; accepted: number }, { batchId: string }>(
  'imports.subjects',
  `select count(distinct subject) as "all",
          count(distinct subject) filter (where status in ('ready', 'imported')) as accepted
     from import_rows where tenant_id = :tenant and batch_id = :batchId and subject is not null`,
);
/** How many people, or things, the rows are about. */
export const countSubjects = async (work: Work, batchId: string) =>
  (await work.first(subjects, { batchId }))!;

const wentOut = statement<never, { batchId: string; rowNumbers: readonly number[] }>(
  'imports.keptRowsGone',
  `update import_rows set status = 'ready'
    where tenant_id = :tenant and batch_id = :batchId and status = 'imported' and row_no = any(:rowNumbers::int[])`,
);
export const unmarkRows = (work: Work, batchId: string, rowNumbers: readonly number[]) =>
  work.run(wentOut, { batchId, rowNumbers });

const warned = statement<never, { batchId: string; rows: string }>(
  'imports.keptRowsStay',
  `update import_rows r
      set findings = jsonb_set(r.findings, '{warnings}', coalesce(r.findings -> 'warnings', '[]') || j.warning),
          codes = r.codes || (j.warning ->> 'code'), verdict = 'warn:' || (j.warning ->> 'code')
     from jsonb_to_recordset(:rows::jsonb) as j("rowNo" integer, warning jsonb)
    where r.tenant_id = :tenant and r.batch_id = :batchId and r.row_no = j."rowNo"
      and not (j.warning ->> 'code') = any(r.codes)`,
);
/** Why a row stays, said with the row. */
export const warnRows = (
  work: Work,
  batchId: string,
  rows: readonly { rowNo: number; warning: Finding<WarningCode> }[],
) => work.run(warned, { batchId, rows: JSON.stringify(rows) });
