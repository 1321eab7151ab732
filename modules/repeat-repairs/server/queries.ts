import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { orderKinds, payers } from '#modules/service-orders/contract.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ListedRepeat } from '../contract.ts';

export type RepeatRow = RowOf<'repeatRepairs'>;

export interface Recognised {
  orgUnitId: string;
  orgPath: string;
  kind: (typeof orderKinds)[number];
  advisorId: string;
  receivedAt: Date;
  plate: string;
  earlierOrderId: string;
  technicianId: string | null;
  deliveredOn: string;
  days: number;
  km: number;
  untilOn: string | null;
  untilKm: number | null;
}
/**
 * What a received order repeats: the order that reception named, or the latest of the same shop whose guarantee still
 * runs on that day at that mileage, days or kilometres, whichever comes first (机动车维修管理规定 art. 36).
 */
const recognised = statement<Recognised, { orderId: string; zone: string }>(
  'repeatRepairs.recognised',
  `select o.org_unit_id, o.org_path, o.kind, o.advisor_id, o.received_at, v.plate, e.id as earlier_order_id,
          e.technician_id, e.delivered_on, greatest(0, e.received_on - e.delivered_on) as days,
          greatest(0, o.mileage_km - e.from_km) as km,
          case when e.runs then e.until_on end as until_on, case when e.runs then e.until_km end as until_km
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    cross join lateral (
      select g.id, g.technician_id, d.*, coalesce(d.until_on >= d.received_on and d.until_km >= o.mileage_km, false) as runs
        from service_orders g
        left join lateral (
          select c.guarantee_days, c.guarantee_km from release_certificates c
           where c.tenant_id = g.tenant_id and c.order_id = g.id order by c.issued_at desc limit 1) c on true
       cross join lateral (
         select left_on as delivered_on, (o.received_at at time zone :zone)::date as received_on, from_km,
                left_on + c.guarantee_days as until_on, from_km + c.guarantee_km as until_km
           from (select (g.delivered_at at time zone :zone)::date as left_on,
                        coalesce(g.delivery_mileage_km, g.mileage_km) as from_km) l) d
       where g.tenant_id = o.tenant_id and g.vehicle_id = o.vehicle_id and g.state = 'delivered'
         and g.delivered_at <= o.received_at and g.id <> o.id and g.org_path ^@ any(:scopes)
         and (g.id = o.earlier_order_id or o.earlier_order_id is null and g.org_unit_id = o.org_unit_id
              and d.until_on >= d.received_on and d.until_km >= o.mileage_km)
       order by g.delivered_at desc limit 1) e
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
export const recognisedFor = (work: Work, orderId: string, zone: string) =>
  work.first(recognised, { orderId, zone });

const ofOrder = statement<RepeatRow, { orderId: string }>(
  'repeatRepairs.rowOfOrder',
  `select * from repeat_repairs
    where tenant_id = :tenant and order_id = :orderId and org_path ^@ any(:scopes)`,
);
export const repeatOfOrder = (work: Work, orderId: string) => work.first(ofOrder, { orderId });

/** How many repairs of the fault had failed when the car came with that order; 0: it came with something else. */
export async function attemptOf(work: Work, orderId: string): Promise<number> {
  const row = await repeatOfOrder(work, orderId);
  return row?.state === 'confirmed' ? row.attempt : 0;
}

const forChange = statement<RepeatRow, { repeatRepairId: string }>(
  'repeatRepairs.lock',
  `select * from repeat_repairs
    where tenant_id = :tenant and id = :repeatRepairId and org_path ^@ any(:scopes) for update`,
);
export const lockRepeat = (work: Work, repeatRepairId: string) =>
  work.first(forChange, { repeatRepairId });
export const insertRepeat = (work: Work, row: Fresh<'repeatRepairs'>) =>
  work.insert('repeatRepairs', row);
export const updateRepeat = (work: Work, id: string, change: ChangeOf<'repeatRepairs'>) =>
  work.update('repeatRepairs', { id }, change);

/** The firm whose work on a job was passed, if it was given out. */
const partnerOf = (line: string) => `coalesce((select n.name from sublets b
     join sublet_partners n on n.tenant_id = b.tenant_id and n.id = b.partner_id
    where b.tenant_id = :tenant and b.line_id = ${line} and b.state = 'passed'
    order by b.given_at desc limit 1), '')`;
const jobs = statement<
  {
    lineId: string;
    description: string;
    technicianId: string | null;
    technicianName: string;
    partnerName: string;
  },
  { orderId: string }
>(
  'repeatRepairs.jobs',
  `select l.id as line_id, l.description, e.id as technician_id, coalesce(e.name, '') as technician_name,
          ${partnerOf('l.id')} as partner_name
     from service_orders o
     join job_lines l on l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved'
     left join employees e on e.tenant_id = o.tenant_id and e.id = coalesce(l.done_by, o.technician_id)
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)
    order by l.position, l.id limit 500`,
);
/** What was done on an order, and by whom. */
export const jobsOf = (work: Work, orderId: string) => work.rows(jobs, { orderId });

const lines = statement<
  {
    lineId: string;
    description: string;
    payer: (typeof payers)[number];
    amountFen: number;
  },
  { orderId: string }
>(
  'repeatRepairs.lines',
  `select l.id as line_id, l.description, l.payer, l.labour_fen + l.parts_fen as amount_fen
     from job_lines l
    where l.tenant_id = :tenant and l.order_id = :orderId and l.answer <> 'refused'
    order by l.position, l.id limit 500`,
);
/** What is quoted on an order; the caller has seen the order. */
export const quotedOn = (work: Work, orderId: string) => work.rows(lines, { orderId });

export type ListedRow = Omit<ListedRepeat, 'recognisedAt' | 'proofDueAt' | 'judgedAt'> & {
  orgPath: string;
  recognisedAt: Date;
  proofDueAt: Date;
  judgedAt: Date | null;
};
const nameOf = (column: string) =>
  `coalesce((select p.name from employees p where p.tenant_id = r.tenant_id and p.id = r.${column}), '')`;
const head = `select r.id, r.version, r.org_path, r.state, r.order_id, o.number as order_number, r.earlier_order_id,
     e.number as earlier_number, v.plate, v.model, c.name as customer_name, r.created_at as recognised_at,
     r.delivered_on, r.days, r.km, r.until_on, r.until_km, r.attempt, r.job, r.technician_id,
     ${nameOf('technician_id')} as technician_name, ${partnerOf('r.line_id')} as partner_name, r.symptom, r.reason, ${nameOf('decided_by')} as decided_by_name,
     r.decided_on, r.proof_due_at, r.cause_kind, r.cause, ${nameOf('judged_by')} as judged_by_name, r.judged_at
   from repeat_repairs r
   join service_orders o on o.tenant_id = r.tenant_id and o.id = r.order_id
   join service_orders e on e.tenant_id = r.tenant_id and e.id = r.earlier_order_id
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id`;

export interface RepeatFilter {
  state: string | null;
  technicianId: string | null;
  job: string | null;
  counted: 'decided' | 'delivered' | null;
  from: string | null;
  until: string | null;
}
const matches = `r.tenant_id = :tenant and r.org_path ^@ any(:scopes)
   and (:state::text is null or r.state = :state)
   and (:technicianId::uuid is null or r.technician_id = :technicianId)
   and (:job::text is null or r.job = :job)
   and (:counted::text is null or r.state = 'confirmed')
   and (:from::date is null or case :counted::text when 'delivered' then r.delivered_on else r.decided_on end >= :from)
   and (:until::date is null or case :counted::text when 'delivered' then r.delivered_on else r.decided_on end <= :until)`;
const page = statement<ListedRow, RepeatFilter & PageAfter>(
  'repeatRepairs.page',
  `${head} where ${matches}
     and (:afterAt::timestamptz is null or (r.created_at, r.id) < (:afterAt, :afterId::uuid))
   order by r.created_at desc, r.id desc limit :size`,
);
export const pageOfRepeats = (work: Work, given: RepeatFilter & PageAfter) =>
  work.rows(page, given);

const countedRows = statement<{ total: number }, RepeatFilter>(
  'repeatRepairs.count',
  `select count(*) as total from repeat_repairs r where ${matches}`,
);
export const countOfRepeats = async (work: Work, given: RepeatFilter): Promise<number> =>
  (await work.first(countedRows, given))!.total;

const seenOfOrder = statement<ListedRow, { orderId: string }>(
  'repeatRepairs.ofOrder',
  `${head} where r.tenant_id = :tenant and r.order_id = :orderId and r.org_path ^@ any(:scopes)`,
);
/** The repeat repair that an order is, as it is shown. */
export const shownRowOf = (work: Work, orderId: string) => work.first(seenOfOrder, { orderId });

const orderSeen = statement<{ id: string }, { orderId: string }>(
  'repeatRepairs.orderSeen',
  `select id from service_orders
    where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes)`,
);
/** Whether the caller sees an order at all: what it repeats is told of those only. */
export const isOrderSeen = async (work: Work, orderId: string) =>
  (await work.first(orderSeen, { orderId })) !== undefined;
