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
