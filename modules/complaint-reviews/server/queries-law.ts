import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export interface CaseInLaw {
  id: string;
  orgPath: string;
  number: string;
  kind: string;
  channel: string;
  receivedAt: Date;
  /** When the car went back to its owner, or came in. */
  handedOverAt: Date | null;
}
const one = statement<CaseInLaw, { complaintId: string }>(
  'complaintReviews.caseInLaw',
  `select c.id, c.org_path, c.number, c.kind, c.channel, c.received_at,
          coalesce(o.delivered_at, o.received_at) as handed_over_at
     from complaints c
     left join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id and o.org_path ^@ any(:scopes)
    where c.tenant_id = :tenant and c.id = :complaintId and c.org_path ^@ any(:scopes)`,
);
export const caseInLaw = (work: Work, complaintId: string) => work.first(one, { complaintId });

const ticks = statement<{ item: string; byName: string; at: Date }, { complaintId: string }>(
  'complaintReviews.ticks',
  `select t.item, coalesce(e.name, '') as by_name, t.at from complaint_law_ticks t
     left join employees e on e.tenant_id = t.tenant_id and e.id = t.done_by
    where t.tenant_id = :tenant and t.complaint_id = :complaintId order by t.item limit 100`,
);
export const ticksOf = (work: Work, complaintId: string) => work.rows(ticks, { complaintId });
export const insertTick = (work: Work, row: Fresh<'complaintLawTicks'>) =>
  work.insert('complaintLawTicks', row);
