import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface ListedRow {
  id: string;
  complaintId: string;
  orgPath: string;
  number: string;
  kind: string;
  severity: string;
  complaintState: string;
  plate: string | null;
  model: string | null;
  beginning: string;
  originId: string;
  originName: string;
  originTier: string;
  levelId: string;
  levelName: string;
  levelTier: string;
  state: string;
  handlerName: string | null;
  sinceAt: Date;
  dueAt: Date;
  timesPassed: number;
  reason: string | null;
}
export interface ListAsked {
  /** The unit that has to act. */
  hereId: string | null;
  handlerId: string | null;
  /** Only what has left the unit that received it. */
  isAbove: boolean;
  state: string | null;
  size: number;
}
const page = statement<ListedRow, ListAsked & { afterDue: string; afterId: string }>(
  'complaintLevels.page',
  `select l.id, l.complaint_id, l.org_path, c.number, c.kind, c.severity, c.state as complaint_state, v.plate, v.model,
          left(c.content, 80) as beginning, o.id as origin_id, o.name as origin_name, o.tier as origin_tier,
          u.id as level_id, u.name as level_name, u.tier as level_tier, l.state, h.name as handler_name,
          l.since_at, l.due_at, l.times_passed,
          (select e.words from complaint_level_entries e
            where e.tenant_id = l.tenant_id and e.complaint_id = l.complaint_id and e.step in ('passUp', 'handDown')
            order by e.position desc limit 1) as reason
     from complaint_levels l
     join complaints c on c.tenant_id = l.tenant_id and c.id = l.complaint_id
     join org_units o on o.tenant_id = l.tenant_id and o.id = l.org_unit_id
     join org_units u on u.tenant_id = l.tenant_id and u.id = l.level_unit_id
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
     left join employees h on h.tenant_id = c.tenant_id and h.id = c.handler_id
    where l.tenant_id = :tenant and l.org_path ^@ any(:scopes) and l.due_at is not null
      and l.state <> 'atOrigin'
      and (:hereId::uuid is null or l.level_unit_id = :hereId)
      and (:handlerId::uuid is null or c.handler_id = :handlerId)
      and (not :isAbove or l.level_unit_id <> l.org_unit_id)
      and (:state::text is null or l.state = :state)
      and (l.due_at, l.id) > (:afterDue::timestamptz, :afterId::uuid)
    order by l.due_at, l.id limit :size`,
);
/** What came up, or down, and is not done: the first due first. */
export const pageOfLevels = (work: Work, asked: ListAsked, after: unknown[] | null) =>
  work.rows(page, {
    ...asked,
    afterDue: String(after?.[0] ?? '-infinity'),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
  });
