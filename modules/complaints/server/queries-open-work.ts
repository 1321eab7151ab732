import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const held = statement<Held, { employeeId: string }>(
  'complaints.heldBy',
  `select p.id, concat_ws(' ', p.number, p.complainant_name) as label, p.org_path
     from complaints p
    where p.tenant_id = :tenant and p.handler_id = :employeeId and p.state not in ('closed', 'monitoring')
    order by p.received_at, p.id limit 10000`,
);
/** What lies with a person when he leaves (ORG-07). */
export const complaintsHeldBy = (work: Work, employeeId: string) => work.rows(held, { employeeId });

const given = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'complaints.give',
  `update complaints p set handler_id = g.to_id, version = p.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where p.tenant_id = :tenant and p.id = g.id and p.handler_id = :fromId`,
);
export const giveComplaints = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(given, { fromId, ...giftOf(gifts) });

const heldTasks = statement<Held, { employeeId: string }>(
  'complaints.tasksHeldBy',
  `select t.id, left(concat_ws(' ', c.number, t.what), 200) as label, t.org_path
     from complaint_tasks t join complaints c on c.tenant_id = t.tenant_id and c.id = t.complaint_id
    where t.tenant_id = :tenant and t.owner_id = :employeeId and t.state in ('planned', 'open')
    order by t.id limit 10000`,
);
/** Tasks for complaints that are not ended yet: of those that the customer has not agreed to, too. */
export const tasksHeldBy = (work: Work, employeeId: string) => work.rows(heldTasks, { employeeId });

const givenTasks = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'complaints.giveTasks',
  `update complaint_tasks t set owner_id = g.to_id, version = t.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where t.tenant_id = :tenant and t.id = g.id and t.owner_id = :fromId`,
);
export const giveTasks = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(givenTasks, { fromId, ...giftOf(gifts) });
