import type { OpenWorkRow } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const complaints = statement<OpenWorkRow, { employeeId: string }>(
  'complaints.openWith',
  `select p.id, concat_ws(' ', p.number, p.complainant_name) as label, count(*) over () as count
     from complaints p
    where p.tenant_id = :tenant and p.handler_id = :employeeId and p.state not in ('closed', 'monitoring')
    order by p.received_at, p.id limit 20`,
);
/** What lies with a person when he leaves (ORG-07). */
export const complaintsOpenWith = (work: Work, employeeId: string) =>
  work.rows(complaints, { employeeId });
