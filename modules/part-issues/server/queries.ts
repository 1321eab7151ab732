import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ListedIssue, OrderPart, PartIssue } from '../contract.ts';

export interface OrderRow {
  id: string;
  orgUnitId: string;
  orgPath: string;
  number: string;
  plate: string;
  model: string;
  state: RowOf<'serviceOrders'>['state'];
  technicianId: string | null;
  technicianName: string;
}
const orders = `select o.id, o.org_unit_id, o.org_path, o.number, v.plate, v.model, o.state, o.technician_id,
       coalesce(e.name, '') as technician_name
  from service_orders o
  join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
  left join employees e on e.tenant_id = o.tenant_id and e.id = o.technician_id
 where o.tenant_id = :tenant and o.org_path ^@ any(:scopes)`;
const one = statement<OrderRow, { orderId: string }>(
  'partIssues.order',
  `${orders} and o.id = :orderId`,
);
export const orderOf = (work: Work, orderId: string) => work.first(one, { orderId });
const numbered = statement<OrderRow, { number: string }>(
  'partIssues.orderNumbered',
  `${orders} and o.number = :number order by o.received_at desc limit 1`,
);
export const orderNumbered = (work: Work, number: string) => work.first(numbered, { number });
const ofPlate = statement<OrderRow, { plate: string }>(
  'partIssues.orderOfPlate',
  `${orders} and v.plate = :plate and o.state not in ('delivered', 'leftUnrepaired', 'cancelled')
   order by o.received_at desc limit 1`,
);
/** The visit that is not over of the car with this plate. */
export const orderOfPlate = (work: Work, plate: string) => work.first(ofPlate, { plate });

export type PartRow = Omit<OrderPart, 'needsOldPart' | 'settledThousandths'> & {
  technicianId: string | null;
};
const parts = statement<PartRow, { orderId: string }>(
  'partIssues.parts',
  `select l.id as line_id, (p.place - 1)::int4 as place, l.description as job, l.payer,
          p.part->>'number' as number, p.part->>'name' as name, p.part->>'unit' as unit, p.part->>'origin' as origin,
          (p.part->>'quantityThousandths')::int8 as approved_thousandths,
          coalesce(b.issued_thousandths, 0)::int8 as issued_thousandths, coalesce(w.reason, '') as waived_reason,
          coalesce(t.id, e.id) as technician_id, coalesce(t.name, e.name, '') as technician_name
     from job_lines l
     join service_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
     cross join lateral jsonb_array_elements(l.parts) with ordinality as p (part, place)
     left join part_balances b on b.tenant_id = l.tenant_id and b.line_id = l.id and b.place = p.place - 1
     left join part_waivers w on w.tenant_id = l.tenant_id and w.line_id = l.id and w.place = p.place - 1
     left join lateral (
       select s.id, s.name from job_assignments a
         join employees s on s.tenant_id = a.tenant_id and s.id = a.employee_id
        where a.tenant_id = l.tenant_id and a.line_id = l.id and a.ended_at is null
        order by a.since_at, a.id limit 1) t on true
     left join employees e on e.tenant_id = o.tenant_id and e.id = o.technician_id
    where l.tenant_id = :tenant and l.order_id = :orderId and l.answer = 'approved'
    order by l.position, l.id, p.place limit 2000`,
);
/** The parts of what the customer agreed to, job by job. */
export const partsOf = (work: Work, orderId: string) => work.rows(parts, { orderId });

interface Moved {
  id: string;
  orgUnitId: string;
  orgPath: string;
  orderId: string;
  lineId: string;
  place: number;
  approved: number;
  by: number;
}
const out = statement<never, Moved>(
  'partIssues.balanceOut',
  `insert into part_balances as b (tenant_id, id, org_unit_id, org_path, order_id, line_id, place, approved_thousandths,
                                   issued_thousandths, created_at, updated_at)
   values (:tenant, :id, :orgUnitId, :orgPath, :orderId, :lineId, :place, :approved, :by, :now, :now)
   on conflict (tenant_id, line_id, place) do update
      set approved_thousandths = excluded.approved_thousandths, issued_thousandths = b.issued_thousandths + :by,
          version = b.version + 1, updated_at = :now`,
);
const back = statement<never, Pick<Moved, 'lineId' | 'place' | 'by'>>(
  'partIssues.balanceBack',
  `update part_balances set issued_thousandths = issued_thousandths - :by, version = version + 1, updated_at = :now
    where tenant_id = :tenant and line_id = :lineId and place = :place`,
);
/** The constraint refuses what would be more than agreed to … */
export const issueBalance = (work: Work, change: Moved) => work.run(out, change);
/** … or less than nothing. */
export const returnBalance = (work: Work, change: Pick<Moved, 'lineId' | 'place' | 'by'>) =>
  work.run(back, change);
export const insertIssue = (work: Work, row: Fresh<'partIssues'>) => work.insert('partIssues', row);
export const insertWaiver = (work: Work, row: Fresh<'partWaivers'>) =>
  work.insert('partWaivers', row);

type Instants = 'at' | 'saidAt';
export type IssueRow = Omit<PartIssue, Instants> & { at: Date; saidAt: Date | null };
const last = `left join lateral (
    select r.kind, r.words, r.at from part_replies r
     where r.tenant_id = i.tenant_id and r.issue_id = i.id order by r.position desc limit 1) s on true`;
const shown = `i.id, i.kind, i.number, i.name, i.unit, i.quantity_thousandths, l.description as job,
     coalesce((select e.name from employees e where e.tenant_id = i.tenant_id and e.id = i.technician_id), '') as technician_name,
     i.old_part, i.old_part_tag, i.reason,
     coalesce((select e.name from employees e where e.tenant_id = i.tenant_id and e.id = i.issued_by), '') as by_name,
     i.at, coalesce(s.kind, '') as said, coalesce(s.words, '') as said_words, s.at as said_at`;
const ofOrder = statement<IssueRow, { orderId: string }>(
  'partIssues.ofOrder',
  `select ${shown} from part_issues i join job_lines l on l.tenant_id = i.tenant_id and l.id = i.line_id ${last}
    where i.tenant_id = :tenant and i.order_id = :orderId and i.org_path ^@ any(:scopes)
    order by i.at desc, i.id desc limit 500`,
);
/** The last movements of an order, the latest first. */
export const issuesOf = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

export type ListedRow = Omit<ListedIssue, Instants | 'steps'> & {
  orgPath: string;
  technicianId: string | null;
  at: Date;
  saidAt: Date | null;
};
const listed = `${shown}, i.org_path, i.technician_id, i.order_id, o.number as order_number, v.plate`;
const around = `join job_lines l on l.tenant_id = i.tenant_id and l.id = i.line_id
   join service_orders o on o.tenant_id = i.tenant_id and o.id = i.order_id
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id ${last}`;
export interface IssueFilter {
  kind: string | null;
  technicianId: string | null;
  isAsked: boolean;
}
const matches = `i.tenant_id = :tenant and i.org_path ^@ any(:scopes)
   and (:kind::text is null or i.kind = :kind)
   and (:technicianId::uuid is null or i.technician_id = :technicianId)
   and (not :isAsked::bool or exists (
     select 1 from part_replies q where q.tenant_id = i.tenant_id and q.issue_id = i.id and q.kind = 'asked'
        and not exists (select 1 from part_replies n
                         where n.tenant_id = q.tenant_id and n.issue_id = q.issue_id and n.position > q.position)))`;
export interface Position {
  afterAt: Date | null;
  afterId: string | null;
  size: number;
}
const page = statement<ListedRow, IssueFilter & Position>(
  'partIssues.page',
  `select ${listed} from (
     select * from part_issues i where ${matches}
        and (:afterAt::timestamptz is null or (i.at, i.id) < (:afterAt, :afterId::uuid))
      order by i.at desc, i.id desc limit :size) i ${around}
   order by i.at desc, i.id desc`,
);
export const pageOfIssues = (work: Work, asked: IssueFilter & Position) => work.rows(page, asked);
const counted = statement<{ total: number }, IssueFilter>(
  'partIssues.count',
  `select count(*) as total from part_issues i where ${matches}`,
);
export const countOfIssues = async (work: Work, asked: IssueFilter): Promise<number> =>
  (await work.first(counted, asked))!.total;
const single = statement<ListedRow, { issueId: string }>(
  'partIssues.one',
  `select ${listed} from part_issues i ${around}
    where i.tenant_id = :tenant and i.id = :issueId and i.org_path ^@ any(:scopes)`,
);
export const issueById = (work: Work, issueId: string) => work.first(single, { issueId });

type ReplyRow = Pick<RowOf<'partReplies'>, 'position' | 'kind'>;
const lastReply = statement<ReplyRow, { issueId: string }>(
  'partIssues.lastReply',
  `select position, kind from part_replies where tenant_id = :tenant and issue_id = :issueId
    order by position desc limit 1`,
);
export const lastReplyTo = (work: Work, issueId: string) => work.first(lastReply, { issueId });
export const insertReply = (work: Work, row: Fresh<'partReplies'>) =>
  work.insert('partReplies', row);

const tagged = statement<{ isUsed: boolean }, { orgUnitId: string; tag: string }>(
  'partIssues.tagged',
  `select exists (select from part_issues
     where tenant_id = :tenant and org_unit_id = :orgUnitId and old_part_tag = :tag) as is_used`,
);
export const isTagUsed = async (work: Work, orgUnitId: string, tag: string): Promise<boolean> =>
  (await work.first(tagged, { orgUnitId, tag }))!.isUsed;
