import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

type Gift = ReturnType<typeof giftOf> & { fromId: string };

const followUps = statement<Held, { employeeId: string }>(
  'followUps.heldBy',
  `select f.id, concat_ws(' ', c.name, v.plate) as label, f.org_path
     from follow_ups f
     join customers c on c.tenant_id = f.tenant_id and c.id = f.customer_id
     left join vehicles v on v.tenant_id = f.tenant_id and v.id = f.vehicle_id
    where f.tenant_id = :tenant and f.agent_id = :employeeId and f.state = 'planned'
    order by f.latest_on, f.id limit 10000`,
);
/** What lies with a person when he leaves (ORG-07). */
export const followUpsHeldBy = (work: Work, employeeId: string) =>
  work.rows(followUps, { employeeId });

const followUpsGiven = statement<never, Gift>(
  'followUps.give',
  `update follow_ups f set agent_id = g.to_id, version = f.version + 1, updated_at = :now,
          locked_by = nullif(f.locked_by, :fromId::uuid),
          locked_until = case when f.locked_by = :fromId::uuid then null else f.locked_until end
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where f.tenant_id = :tenant and f.id = g.id and f.agent_id = :fromId::uuid`,
);
export const giveFollowUps = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(followUpsGiven, { fromId, ...giftOf(gifts) });

const matters = statement<Held, { employeeId: string }>(
  'matters.heldBy',
  `select m.id, concat_ws(' ', c.name, left(m.content, 60)) as label, m.org_path
     from matters m join customers c on c.tenant_id = m.tenant_id and c.id = m.customer_id
    where m.tenant_id = :tenant and m.owner_id = :employeeId and m.state in ('open', 'escalated', 'solved')
    order by m.created_at, m.id limit 10000`,
);
/** What lies with a person when he leaves (ORG-07). */
export const mattersHeldBy = (work: Work, employeeId: string) => work.rows(matters, { employeeId });

const mattersGiven = statement<never, Gift>(
  'matters.give',
  `update matters m set owner_id = g.to_id, version = m.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where m.tenant_id = :tenant and m.id = g.id and m.owner_id = :fromId`,
);
export const giveMatters = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(mattersGiven, { fromId, ...giftOf(gifts) });
