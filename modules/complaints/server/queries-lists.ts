import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ComplaintRow, EarlierRow } from './queries.ts';

export interface ListedRow extends ComplaintRow {
  plate: string | null;
  handlerName: string | null;
}
export interface ListFilter {
  isOpen: boolean | null;
  state: string | null;
  kind: string | null;
  severity: string | null;
  handlerId: string | null;
  customerId: string | null;
  vehicleId: string | null;
  channel: string | null;
  since: Date | null;
  until: Date | null;
  figure: string | null;
  start: string | null;
  plateStart: string | null;
}

/** What a figure counts among the received ones; `figuresOf` below counts by the same words. */
const counted = {
  answeredInTime: 'c.acknowledged_at <= c.answer_due_at',
  resolved: `(c.closed_at is not null and c.exception_reason = '')`,
  recurred: '(c.repeat_of_id is not null or c.times_reopened > 0)',
};

const filtered = `c.tenant_id = :tenant and c.org_path ^@ any(:scopes)
  and (:isOpen::bool is null or :isOpen = (c.state not in ('closed', 'monitoring')))
  and (:state::text is null or c.state = :state)
  and (:kind::text is null or c.kind = :kind)
  and (:severity::text is null or c.severity = :severity)
  and (:handlerId::uuid is null or c.handler_id = :handlerId)
  and (:customerId::uuid is null or c.customer_id = :customerId)
  and (:vehicleId::uuid is null or c.vehicle_id = :vehicleId)
  and (:channel::text is null or c.channel = :channel)
  and (:since::timestamptz is null or c.received_at >= :since)
  and (:until::timestamptz is null or c.received_at < :until)
  and (:figure::text is null or case :figure
         when 'answeredInTime' then ${counted.answeredInTime}
         when 'resolved' then ${counted.resolved}
         when 'recurred' then ${counted.recurred}
         else true end)
  and (:start::text is null or c.number ^@ :start or not (c.org_path ^@ any(:notShared))
       and (c.complainant_name ^@ :start or v.plate ^@ :plateStart::text))`;
const withNames = `select c.*, v.plate, h.name as handler_name from complaints c
  left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
  left join employees h on h.tenant_id = c.tenant_id and h.id = c.handler_id`;

const pressing = statement<
  ListedRow,
  ListFilter & { afterDue: string; afterId: string; size: number }
>(
  'complaints.pressing',
  `${withNames} where ${filtered}
      and (coalesce(c.due_at, 'infinity'::timestamptz), c.id) > (:afterDue::timestamptz, :afterId::uuid)
    order by coalesce(c.due_at, 'infinity'::timestamptz), c.id limit :size`,
);
const recent = statement<
  ListedRow,
  ListFilter & { before: string; beforeId: string; size: number }
>(
  'complaints.recent',
  `${withNames} where ${filtered}
      and (c.received_at, c.id) < (:before::timestamptz, :beforeId::uuid)
    order by c.received_at desc, c.id desc limit :size`,
);
const total = statement<{ total: number }, ListFilter>(
  'complaints.total',
  `select count(*) as total from complaints c
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id where ${filtered}`,
);

/** The most pressing first: what is due next stands on top, what is closed at the end. */
export const pressingComplaints = (
  work: Work,
  filter: ListFilter,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(pressing, {
    ...filter,
    afterDue: String(after?.[0] ?? '-infinity'),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
    size,
  });
export const recentComplaints = (
  work: Work,
  filter: ListFilter,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(recent, {
    ...filter,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });
export const countComplaints = async (work: Work, filter: ListFilter) =>
  (await work.first(total, filter))!.total;

export interface MatchRow {
  customerId: string | null;
  customerName: string;
  phone: string;
  vehicleId: string | null;
  plate: string;
  model: string;
  order: { id: string; number: string; receivedAt: string; advisorName: string } | null;
  earlier: EarlierRow[];
}
const matches = statement<
  MatchRow,
  {
    plateStart: string | null;
    plateTail: string | null;
    phoneTail: string | null;
    name: string | null;
  }
>(
  'complaints.matches',
  `with found as (
     select v.id as vehicle_id, v.owner_id as customer_id from vehicles v
      where v.tenant_id = :tenant and v.org_path ^@ any(:scopes) and not (v.org_path ^@ any(:notShared))
        and v.plate like :plateStart
     union
     select v.id, v.owner_id from vehicles v
      where v.tenant_id = :tenant and v.org_path ^@ any(:scopes) and not (v.org_path ^@ any(:notShared))
        and v.plate_tail like :plateTail
     union
     select v.id, u.id from customers u
       left join vehicles v on v.tenant_id = u.tenant_id and v.owner_id = u.id and v.org_path ^@ any(:scopes)
      where u.tenant_id = :tenant and u.org_path ^@ any(:scopes) and not (u.org_path ^@ any(:notShared))
        and u.merged_into_id is null
        and (u.phone_tail like :phoneTail or u.name like :name)
     order by vehicle_id desc nulls last, customer_id limit 10)
   select f.customer_id, f.vehicle_id, coalesce(u.name, '') as customer_name, coalesce(u.phone, '') as phone,
          coalesce(v.plate, '') as plate, coalesce(v.model, '') as model,
          (select json_build_object('id', o.id, 'number', o.number, 'receivedAt', o.received_at,
                    'advisorName', coalesce(a.name, ''))
             from service_orders o
             left join employees a on a.tenant_id = o.tenant_id and a.id = o.advisor_id
            where o.tenant_id = :tenant and o.vehicle_id = f.vehicle_id and o.org_path ^@ any(:scopes)
              and o.state <> 'cancelled'
            order by o.received_at desc, o.id desc limit 1) as "order",
          (select coalesce(json_agg(p), '[]') from (
             select p.id, p.number, p.kind, p.state, p.received_at as "receivedAt", left(p.content, 80) as beginning,
                    p.vehicle_id is not distinct from f.vehicle_id and f.vehicle_id is not null as "isSameVehicle"
               from complaints p
              where p.tenant_id = :tenant and p.org_path ^@ any(:scopes)
                and (p.vehicle_id = f.vehicle_id or p.customer_id = f.customer_id)
              order by p.received_at desc limit 5) p) as earlier
     from found f
     left join customers u on u.tenant_id = :tenant and u.id = f.customer_id
     left join vehicles v on v.tenant_id = :tenant and v.id = f.vehicle_id`,
);
export type MatchAsked = Parameters<NonNullable<typeof matches.given>>[0];
export const matchesFor = (work: Work, asked: MatchAsked) => work.rows(matches, asked);

export interface FiguresRow {
  received: number;
  answerable: number;
  answeredInTime: number;
  resolved: number;
  closable: number;
  recurred: number;
  visits: number;
}
const figures = statement<FiguresRow, { since: Date; until: Date }>(
  'complaints.figures',
  `select count(*) as received,
          count(*) filter (where c.acknowledged_at is not null or c.answer_due_at <= :now) as answerable,
          count(*) filter (where ${counted.answeredInTime}) as answered_in_time,
          count(*) filter (where ${counted.resolved}) as resolved,
          count(*) filter (where c.closed_at is not null or c.due_at <= :now) as closable,
          count(*) filter (where ${counted.recurred}) as recurred,
          (select count(*) from service_orders o
            where o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and o.state <> 'cancelled'
              and o.received_at >= :since and o.received_at < :until) as visits
     from complaints c
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes)
      and c.received_at >= :since and c.received_at < :until`,
);
export const figuresOf = async (work: Work, since: Date, until: Date) =>
  (await work.first(figures, { since, until }))!;
