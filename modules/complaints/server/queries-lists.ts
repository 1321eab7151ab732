import { visitsBetween } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ComplaintRow, EarlierRow } from './queries.ts';
import { type WallRow, wallColumns, walledSql } from './wall.ts';

export interface ListedRow extends ComplaintRow, WallRow {
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
  /** Where it is asked by customer or car: the unit of who asks, who finds none behind the wall so. */
  askedFrom: string | null;
  channel: string | null;
  since: Date | null;
  until: Date | null;
  figure: string | null;
}
/** What was typed into the list's own search field, and where all that begins so ends. */
interface Beginning {
  start: string;
  startEnd: string;
  /** The beginning of a plate; nothing for one who sees them masked and typed no whole one. */
  plateStart: string | null;
  plateStartEnd: string | null;
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
  and (:askedFrom::text is null or not ${walledSql('c', ':askedFrom::text')})
  and (:channel::text is null or c.channel = :channel)
  and (:since::timestamptz is null or c.received_at >= :since)
  and (:until::timestamptz is null or c.received_at < :until)
  and (:figure::text is null or case :figure
         when 'answeredInTime' then ${counted.answeredInTime}
         when 'resolved' then ${counted.resolved}
         when 'recurred' then ${counted.recurred}
         else true end)`;
/** Bytewise, as the `text_pattern_ops` indexes are: `like` is served by none behind row-level security. */
const startsWith = (column: string, name: string) =>
  `${column} ~>=~ :${name} and ${column} ~<~ :${name}End`;
const beginsSo = `c.id in (
    select id from complaints where tenant_id = :tenant and ${startsWith('number', 'start')}
    union all select id from complaints where tenant_id = :tenant and ${startsWith('complainant_name', 'start')}
      and not (org_path ^@ any(:notShared))
    union all select x.id from vehicles w
      join complaints x on x.tenant_id = w.tenant_id and x.vehicle_id = w.id
     where w.tenant_id = :tenant and not (x.org_path ^@ any(:notShared)) and ${startsWith('w.plate', 'plateStart')})`;
const withNames = `select c.*, v.plate, h.name as handler_name,${wallColumns}
  from complaints c
  left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
  left join employees h on h.tenant_id = c.tenant_id and h.id = c.handler_id`;

interface AfterDue {
  afterDue: string;
  afterId: string;
  size: number;
}
const pressingSql = (where: string) => `${withNames} where ${where}
      and (coalesce(c.due_at, 'infinity'::timestamptz), c.id) > (:afterDue::timestamptz, :afterId::uuid)
    order by coalesce(c.due_at, 'infinity'::timestamptz), c.id limit :size`;
const pressing = statement<ListedRow, ListFilter & AfterDue>(
  'complaints.pressing',
  pressingSql(filtered),
);
const pressingSo = statement<ListedRow, ListFilter & Beginning & AfterDue>(
  'complaints.pressingSo',
  pressingSql(`${filtered} and ${beginsSo}`),
);
interface Before {
  before: string;
  beforeId: string;
  size: number;
}
const recentSql = (where: string) => `${withNames} where ${where}
      and (c.received_at, c.id) < (:before::timestamptz, :beforeId::uuid)
    order by c.received_at desc, c.id desc limit :size`;
const recent = statement<ListedRow, ListFilter & Before>('complaints.recent', recentSql(filtered));
const recentSo = statement<ListedRow, ListFilter & Beginning & Before>(
  'complaints.recentSo',
  recentSql(`${filtered} and ${beginsSo}`),
);
const totalSql = (where: string) => `select count(*) as total from complaints c where ${where}`;
const total = statement<{ total: number }, ListFilter>('complaints.total', totalSql(filtered));
const totalSo = statement<{ total: number }, ListFilter & Beginning>(
  'complaints.totalSo',
  totalSql(`${filtered} and ${beginsSo}`),
);

/** A list's filter; with `start` only what begins so: number, complainant or plate. */
export interface ListAsked extends ListFilter {
  start: string | null;
  plateStart: string | null;
}
const lastSign = '\u{10FFFF}';
const beginning = (start: string, plateStart: string | null): Beginning => ({
  start,
  startEnd: `${start}${lastSign}`,
  plateStart,
  plateStartEnd: plateStart && `${plateStart}${lastSign}`,
});

/** The most pressing first: what is due next stands on top, what is closed at the end. */
export function pressingComplaints(
  work: Work,
  { start, plateStart, ...filter }: ListAsked,
  after: unknown[] | null,
  size: number,
) {
  const given = {
    ...filter,
    afterDue: String(after?.[0] ?? '-infinity'),
    afterId: String(after?.[1] ?? '00000000-0000-0000-0000-000000000000'),
    size,
  };
  return start === null
    ? work.rows(pressing, given)
    : work.rows(pressingSo, { ...given, ...beginning(start, plateStart) });
}
export function recentComplaints(
  work: Work,
  { start, plateStart, ...filter }: ListAsked,
  after: unknown[] | null,
  size: number,
) {
  const given = {
    ...filter,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  };
  return start === null
    ? work.rows(recent, given)
    : work.rows(recentSo, { ...given, ...beginning(start, plateStart) });
}
export async function countComplaints(work: Work, { start, plateStart, ...filter }: ListAsked) {
  const row =
    start === null
      ? await work.first(total, filter)
      : await work.first(totalSo, { ...filter, ...beginning(start, plateStart) });
  return row!.total;
}

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
/** Looked at per reading: a surname alone must not read the whole archive. */
const looked = 200;
interface Sought {
  plateStart: string | null;
  plateTail: string | null;
  phoneTail: string | null;
  name: string | null;
}
const carsBy = (
  condition: string,
) => `(select v.id as vehicle_id, v.owner_id as customer_id from vehicles v
      where v.tenant_id = :tenant and v.org_path ^@ any(:scopes) and not (v.org_path ^@ any(:notShared)) and ${condition} limit ${looked})`;
const peopleBy = (condition: string) => `(select v.id, u.id from (select u.id from customers u
      where u.tenant_id = :tenant and u.org_path ^@ any(:scopes) and not (u.org_path ^@ any(:notShared)) and u.merged_into_id is null and ${condition} limit ${looked}) u
      left join vehicles v on v.tenant_id = :tenant and v.owner_id = u.id and v.org_path ^@ any(:scopes))`;
const matches = statement<
  MatchRow,
  Sought & { [Name in keyof Sought as `${Name}End`]: string | null }
>(
  'complaints.matches',
  `with found as (
     ${carsBy(startsWith('v.plate', 'plateStart'))}
     union ${carsBy(startsWith('v.plate_tail', 'plateTail'))}
     union ${peopleBy(startsWith('u.phone_tail', 'phoneTail'))}
     union ${peopleBy(startsWith('u.name', 'name'))}
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
export type MatchAsked = Sought;
const endOf = (text: string | null) => text && `${text}${lastSign}`;
/** Whose plate, phone or name begins, or ends, as was typed. */
export const matchesFor = (work: Work, asked: MatchAsked) =>
  work.rows(matches, {
    ...asked,
    plateStartEnd: endOf(asked.plateStart),
    plateTailEnd: endOf(asked.plateTail),
    phoneTailEnd: endOf(asked.phoneTail),
    nameEnd: endOf(asked.name),
  });

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
          ${visitsBetween(':since', ':until')} as visits
     from complaints c
    where c.tenant_id = :tenant and c.org_path ^@ any(:scopes)
      and c.received_at >= :since and c.received_at < :until`,
);
export const figuresOf = async (work: Work, since: Date, until: Date) =>
  (await work.first(figures, { since, until }))!;
