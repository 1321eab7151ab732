import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

interface LoadRow {
  agentId: string | null;
  name: string | null;
  open: number;
  due: number;
  overdue: number;
}
const loads = statement<LoadRow, { today: string }>(
  'followUps.loads',
  `select f.agent_id, e.name, count(*) as open, count(*) filter (where f.earliest_on <= :today::date) as due,
      count(*) filter (where f.latest_on < :today::date) as overdue
     from follow_ups f left join employees e on e.tenant_id = f.tenant_id and e.id = f.agent_id
    where f.tenant_id = :tenant and f.org_path ^@ any(:scopes) and f.state = 'planned'
    group by f.agent_id, e.name order by count(*) desc, f.agent_id limit 150`,
);
/** What is planned, by who is to call. */
export const loadsByAgent = (work: Work, today: string) => work.rows(loads, { today });

export interface Shared {
  id: string;
  agentId: string;
}
const sharedOut = statement<Shared, { fromId: string | null; toIds: readonly string[] }>(
  'followUps.shareOut',
  `update follow_ups f set agent_id = g.to_id, version = f.version + 1, updated_at = :now
     from (select t.id, case when t.turn_id is distinct from t.advisor_id then t.turn_id
                             else nullif(t.next_id, t.advisor_id) end as to_id
             from (select w.id, o.advisor_id, (:toIds::uuid[])[1 + (w.place - 1) % cardinality(:toIds::uuid[])] as turn_id,
                      (:toIds::uuid[])[1 + w.place % cardinality(:toIds::uuid[])] as next_id
                     from (select h.id, h.order_id, row_number() over (order by h.latest_on, h.id) as place from follow_ups h
                            where h.tenant_id = :tenant and h.org_path ^@ any(:scopes) and h.state = 'planned'
                              and (h.agent_id = :fromId::uuid or (:fromId::uuid is null and h.agent_id is null))
                              and (h.locked_until is null or h.locked_until <= :now)
                            order by h.latest_on, h.id limit 1000) w
                     left join service_orders o on o.tenant_id = :tenant and o.id = w.order_id) t) g
    where f.tenant_id = :tenant and f.id = g.id and f.state = 'planned' and g.to_id is not null
      and f.agent_id is not distinct from :fromId::uuid and g.to_id is distinct from f.agent_id
    returning f.id, f.agent_id`,
);
/**
 * Shares what is open with one person (with nobody) among others, turn by turn in the order of their last days: none to
 * the advisor who served, and none that is being dialled.
 */
export const shareOut = (work: Work, fromId: string | null, toIds: readonly string[]) =>
  work.rows(sharedOut, { fromId, toIds });
