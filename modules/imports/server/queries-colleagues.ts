import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

/** An employee as he will stand on file. */
export interface StagedColleague {
  name: string;
  phone: string;
  post: string;
  orgUnitId: string;
  orgPath: string;
}

interface ColleagueToWrite {
  rowNo: number;
  employeeId: string;
  staged: StagedColleague;
}
const toWrite = statement<ColleagueToWrite, { batchId: string; after: number; size: number }>(
  'imports.colleaguesToWrite',
  `select row_no, employee_id, staged from import_rows
    where tenant_id = :tenant and batch_id = :batchId and status = 'ready' and row_no > :after
    order by row_no limit :size`,
);
export const nextColleagues = (work: Work, batchId: string, after: number, size: number) =>
  work.rows(toWrite, { batchId, after, size });

const changed = statement<{ changed: number }, { batchId: string }>(
  'imports.houseChanged',
  `select count(*) as changed from import_rows r
     join import_batches b on b.tenant_id = r.tenant_id and b.id = r.batch_id
     left join org_units u on u.tenant_id = r.tenant_id and u.id = (r.staged ->> 'orgUnitId')::uuid
      and u.closed_at is null and u.path = r.staged ->> 'orgPath' and u.path ^@ b.org_path
    where r.tenant_id = :tenant and r.batch_id = :batchId and r.status = 'ready'
      and (u.id is null or exists (
            select from employees e
             where e.tenant_id = :tenant and r.phone is not null and e.phone <> '' and e.org_path ^@ b.org_path
               and regexp_replace(e.phone, '[^0-9]', '', 'g') = regexp_replace(r.phone, '[^0-9]', '', 'g')
               and e.id is distinct from r.other_employee_id and r.decision is null))`,
);
/** How many rows name a unit that was closed or moved since they were judged, or somebody who came on file since. */
export const houseChanged = async (work: Work, batchId: string) =>
  (await work.first(changed, { batchId }))!.changed;
