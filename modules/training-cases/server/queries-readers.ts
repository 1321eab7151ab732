import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

interface Reading {
  caseId: string;
  orgPath: string;
  since: Date | null;
}
/** Who works at the unit of a case or below it, with what he ticked since it was published. */
const staff = `from employees e
     left join org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
     left join training_case_reads r on r.tenant_id = e.tenant_id and r.training_case_id = :caseId and r.employee_id = e.id
       and r.read_at >= :since::timestamptz
    where e.tenant_id = :tenant and e.org_path ^@ :orgPath and e.state <> 'left'`;

const counted = statement<{ read: number; all: number }, Reading>(
  'trainingCases.countReaders',
  `select count(r.id) as read, count(*) as all ${staff}`,
);
export const countReaders = async (work: Work, of: Reading) => (await work.first(counted, of))!;

export interface ReaderRow {
  id: string;
  name: string;
  unitName: string;
  orgPath: string;
  readAt: Date | null;
}
const page = statement<
  ReaderRow,
  Reading & { hasRead: boolean | null; afterPath: string; afterId: string; size: number }
>(
  'trainingCases.readers',
  `select e.id, e.name, e.org_path, coalesce(u.name, '') as unit_name, r.read_at ${staff}
      and (:hasRead::boolean is null or (r.id is not null) = :hasRead)
      and (e.org_path, e.id) > (:afterPath, :afterId::uuid)
    order by e.org_path, e.id limit :size`,
);
export const pageOfReaders = (
  work: Work,
  of: Reading & { hasRead: boolean | null; size: number },
  after: unknown[] | null,
) =>
  work.rows(page, {
    ...of,
    afterPath: String(after?.[0] ?? ''),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
  });

const ticked = statement<{ id: string }, { caseId: string }>(
  'trainingCases.ticked',
  `select id from training_case_reads
    where tenant_id = :tenant and training_case_id = :caseId and employee_id::text = :me::text for update`,
);
/** Notes that the caller read a case, once more where he had read an earlier edition. */
export async function noteRead(work: Work, caseId: string): Promise<void> {
  const before = await work.first(ticked, { caseId });
  if (before) await work.update('trainingCaseReads', { id: before.id }, { readAt: work.now });
  else {
    const employeeId = work.actor.id;
    await work.insert('trainingCaseReads', {
      trainingCaseId: caseId,
      employeeId,
      readAt: work.now,
    });
  }
}
