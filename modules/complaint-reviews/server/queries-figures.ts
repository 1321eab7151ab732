import { visitsBetween } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Dimension } from '../lifecycle.ts';

/** Which complaints are looked at: those received in a span, at a place of the tree and below it. */
export interface Looked {
  since: Date;
  until: Date;
  /** Path of the unit. */
  place: string;
}
/** Of a place with those below it, or of that unit alone. */
interface LookedOf extends Looked {
  isOwn: boolean;
}
const received = `c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ :place
  and c.received_at >= :since and c.received_at < :until`;

const receivedOf = `${received} and (not :isOwn::boolean or c.org_path = :place)`;

/** What a figure counts among the received ones; the records behind it are listed by the same words. */
const counted = {
  receiptInTime: 'c.receipt_told_at <= c.receipt_due_at',
  lateReceipt: 'c.receipt_due_at < coalesce(c.receipt_told_at, c.closed_at, :now)',
  resolved: `(c.closed_at is not null and c.exception_reason = '')`,
  reopened: 'c.times_reopened > 0',
  recurred: 'c.repeat_of_id is not null',
  satisfied: `c.satisfaction in ('satisfied', 'acceptable')`,
  withCost: 'c.cost_fen is not null',
};

export interface FiguresRow {
  received: number;
  visits: number;
  receiptInTime: number;
  lateReceipt: number;
  resolved: number;
  closable: number;
  closed: number;
  reopened: number;
  recurred: number;
  satisfied: number;
  asked: number;
  withCost: number;
  costFen: number;
}
const figures = statement<FiguresRow, LookedOf>(
  'complaintReviews.figures',
  `select count(*) as received,
          count(*) filter (where ${counted.receiptInTime}) as receipt_in_time,
          count(*) filter (where ${counted.lateReceipt}) as late_receipt,
          count(*) filter (where ${counted.resolved}) as resolved,
          count(*) filter (where c.closed_at is not null or c.due_at <= :now) as closable,
          count(*) filter (where c.closed_at is not null or ${counted.reopened}) as closed,
          count(*) filter (where ${counted.reopened}) as reopened,
          count(*) filter (where ${counted.recurred}) as recurred,
          count(*) filter (where ${counted.satisfied}) as satisfied,
          count(*) filter (where c.satisfaction in ('satisfied', 'acceptable', 'unsatisfied')) as asked,
          count(*) filter (where ${counted.withCost}) as with_cost,
          coalesce(sum(c.cost_fen), 0)::bigint as cost_fen,
          ${visitsBetween(':since', ':until', ':place', ':isOwn::boolean')} as visits
     from complaints c where ${receivedOf}`,
);
export const figuresOf = async (work: Work, looked: Looked, isOwn = false) =>
  (await work.first(figures, { ...looked, isOwn }))!;

export interface ClockRow {
  rule: string;
  kept: number;
  settled: number;
}
const clocks = statement<ClockRow, LookedOf>(
  'complaintReviews.clocks',
  `select k.rule, count(*) filter (where k.state = 'kept') as kept, count(*) as settled
     from complaints c
     join commitments k on k.tenant_id = c.tenant_id and k.about_type = 'complaint' and k.about_id = c.id
    where ${receivedOf} and k.state in ('kept', 'broken') and starts_with(k.rule, 'complaints.')
    group by k.rule limit 20`,
);
/** How many of the terms that were kept or broken were kept, by clock. */
export const clocksOf = (work: Work, looked: Looked, isOwn = false) =>
  work.rows(clocks, { ...looked, isOwn });

export interface BucketRow {
  position: number;
  complaints: number;
  visits: number;
}
const trend = statement<
  BucketRow,
  { begins: readonly Date[]; ends: readonly Date[]; place: string }
>(
  'complaintReviews.trend',
  `select b.position,
          (select count(*) from complaints c
            where c.tenant_id = :tenant and c.org_path ^@ any(:scopes) and c.org_path ^@ :place
              and c.received_at >= b.since and c.received_at < b.until) as complaints,
          ${visitsBetween('b.since', 'b.until', ':place')} as visits
     from unnest(:begins::timestamptz[], :ends::timestamptz[]) with ordinality as b (since, until, position)
    order by b.position`,
);
export const trendOf = (
  work: Work,
  begins: readonly Date[],
  ends: readonly Date[],
  place: string,
) => work.rows(trend, { begins, ends, place });

/** With what a complaint is laid beside others; '' where it is not on record. */
const values: Record<Dimension, string> = {
  kind: 'coalesce(p.kind, c.kind)',
  cause: `coalesce(p.cause_kind, c.cause_kind, '')`,
  shop: 'c.org_unit_id::text',
  advisor: `coalesce(o.advisor_id::text, '')`,
  technician: `coalesce(o.technician_id::text, '')`,
  model: `coalesce(left(v.model, 200), '')`,
};
const names = Object.keys(values) as Dimension[];
/** By what it is about and by its cause a complaint counts once for each point that it makes; else once. */
const ofPoints: readonly Dimension[] = ['kind', 'cause'];
const withVisit = `complaints c
     left join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id and o.org_path ^@ any(:scopes)
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id and v.org_path ^@ any(:scopes)`;
const withPoints = `${withVisit}
     left join complaint_points p on p.tenant_id = c.tenant_id and p.complaint_id = c.id`;

export interface BarRow {
  dimension: Dimension;
  key: string;
  label: string;
  complaints: number;
  /** Of all bars of this dimension, shown or not. */
  total: number;
}
const bars = statement<BarRow, Looked>(
  'complaintReviews.bars',
  `with counted as materialized (
     select c.id, ${names.map((name) => `${values[name]} as ${name}`).join(', ')}
       from ${withPoints} where ${received}),
   grouped as (
     select case ${names.map((name) => `when grouping(${name}) = 0 then '${name}'`).join(' ')} end as dimension,
            coalesce(${names.join(', ')}) as key,
            case when ${ofPoints.map((name) => `grouping(${name}) = 0`).join(' or ')} then count(*)
                 else count(distinct id) end as complaints
       from counted group by grouping sets (${names.map((name) => `(${name})`).join(', ')})),
   ranked as (
     select g.*, sum(complaints) over (partition by dimension)::bigint as total,
            row_number() over (partition by dimension order by complaints desc, key) as place
       from grouped g)
   select r.dimension, r.key, r.complaints, r.total,
          coalesce(u.name, e.name, case when r.dimension = 'model' then r.key end, '') as label
     from ranked r
     left join org_units u on u.tenant_id = :tenant and r.dimension = 'shop' and u.id::text = r.key
     left join employees e on e.tenant_id = :tenant
       and e.id = case when r.dimension in ('advisor', 'technician') and r.key <> '' then r.key::uuid end
    where r.place <= 10 order by r.dimension, r.place`,
);
/** The ten longest bars by each dimension. */
export const barsOf = (work: Work, looked: Looked) => work.rows(bars, looked);

const late = (clock: string) => `exists (select from commitments k where k.tenant_id = c.tenant_id
  and k.about_type = 'complaint' and k.about_id = c.id and k.rule = 'complaints.${clock}' and k.state = 'broken')`;
const behind = {
  ...counted,
  lateAnswer: late('answer'),
  lateSolve: late('solve'),
  lateTell: late('tell'),
  lateClose: late('close'),
};
export interface RecordRow {
  id: string;
  orgPath: string;
  number: string;
  kind: string;
  causeKind: string | null;
  severity: string;
  state: string;
  receivedAt: Date;
  unitName: string;
  plate: string | null;
  beginning: string;
}
interface RecordsAsked extends Looked {
  by: string | null;
  key: string | null;
  figure: string | null;
  before: string;
  beforeId: string;
  size: number;
}
const cases = (by: Record<string, string>, test: (value: string) => string) =>
  Object.entries(by)
    .map(([name, value]) => `when '${name}' then ${test(value)}`)
    .join(' ');
const records = statement<RecordRow, RecordsAsked>(
  'complaintReviews.records',
  `select c.id, c.org_path, c.number, c.kind, c.cause_kind, c.severity, c.state, c.received_at,
          coalesce(u.name, '') as unit_name, v.plate, left(c.content, 160) as beginning
     from ${withVisit}
     left join org_units u on u.tenant_id = c.tenant_id and u.id = c.org_unit_id
    where ${received}
      and (:by::text is null or exists (
        select from (select) one
          left join complaint_points p on p.tenant_id = c.tenant_id and p.complaint_id = c.id
         where case :by ${cases(values, (value) => `${value} = coalesce(:key::text, '')`)} end))
      and (:figure::text is null or case :figure ${cases(behind, (value) => value)} else true end)
      and (c.received_at, c.id) < (:before::timestamptz, :beforeId::uuid)
    order by c.received_at desc, c.id desc limit :size`,
);
/** The complaints behind a figure, a bar or a point, the latest first. */
export const recordsBehind = (
  work: Work,
  asked: Omit<RecordsAsked, 'before' | 'beforeId'>,
  after: unknown[] | null,
) =>
  work.rows(records, {
    ...asked,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });

export interface UnitRow {
  id: string;
  name: string;
  path: string;
  depth: number;
}
const units = statement<UnitRow, object>(
  'complaintReviews.units',
  `select id, name, path, (length(path) - length(replace(path, '.', '')))::integer as depth from org_units
    where tenant_id = :tenant and path ^@ any(:scopes) order by path limit 300`,
);
/** The units that the caller may look at, as the tree has them. */
export const unitsSeen = (work: Work) => work.rows(units, {});

const namesOf = statement<{ id: string; name: string }, { ids: readonly string[] }>(
  'complaintReviews.names',
  `select id, name from employees where tenant_id = :tenant and id = any(:ids::uuid[]) limit 200`,
);
/** Names of colleagues whom a frozen pack knows by their ids. */
export const namesOfPeople = async (work: Work, ids: readonly string[]) =>
  new Map(
    (ids.length === 0 ? [] : await work.rows(namesOf, { ids })).map(({ id, name }) => [id, name]),
  );
