import type { OpenWorkRow } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const followUps = statement<OpenWorkRow, { employeeId: string }>(
  'followUps.openWith',
  `select f.id, concat_ws(' ', c.name, v.plate) as label, count(*) over () as count
     from follow_ups f
     join customers c on c.tenant_id = f.tenant_id and c.id = f.customer_id
     left join vehicles v on v.tenant_id = f.tenant_id and v.id = f.vehicle_id
    where f.tenant_id = :tenant and f.agent_id = :employeeId and f.state = 'planned'
    order by f.latest_on, f.id limit 20`,
);
/** What lies with a person when he leaves (ORG-07). */
export const followUpsOpenWith = (work: Work, employeeId: string) =>
  work.rows(followUps, { employeeId });

const matters = statement<OpenWorkRow, { employeeId: string }>(
  'matters.openWith',
  `select m.id, concat_ws(' ', c.name, left(m.content, 60)) as label, count(*) over () as count
     from matters m join customers c on c.tenant_id = m.tenant_id and c.id = m.customer_id
    where m.tenant_id = :tenant and m.owner_id = :employeeId and m.state in ('open', 'escalated', 'solved')
    order by m.created_at, m.id limit 20`,
);
/** What lies with a person when he leaves (ORG-07). */
export const mattersOpenWith = (work: Work, employeeId: string) =>
  work.rows(matters, { employeeId });
