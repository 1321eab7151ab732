import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { visitsBetween } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { figureWords, type Looked, received } from './queries-figures.ts';

/** SQL for the first day of the month that an instant lies in, by the house's calendar. */
export const monthOf = (instant: string) =>
  `date_trunc('month', ${instant} at time zone '${zoneOfTenant}')::date`;
/** SQL for the instant at which a month begins. */
export const beginOf = (month: string) => `(${month}::timestamp at time zone '${zoneOfTenant}')`;
/** SQL of the complaints `c` of units' months `m`, those of each by the index of a unit. */
export const complaintsOf = (months: string) => `${months} cross join lateral (
       select c.* from complaints c where c.tenant_id = :tenant and c.org_unit_id = m.org_unit_id
          and c.received_at >= ${beginOf('m.month')} and c.received_at < ${beginOf("(m.month + interval '1 month')")}
       offset 0) c`;

const once = (test: string) => `case when ${test} then 1 else 0 end`;
/** What a complaint adds to the figures whatever the time is; what is late by now is asked beside it. */
const ofFigures: Record<string, string> = {
  receiptInTime: once(figureWords.receiptInTime),
  lateReceipt: once('c.receipt_due_at < coalesce(c.receipt_told_at, c.closed_at)'),
  resolved: once(figureWords.resolved),
  closable: once('c.closed_at is not null'),
  closed: once(`c.closed_at is not null or ${figureWords.reopened}`),
  reopened: once(figureWords.reopened),
  recurred: once(figureWords.recurred),
  satisfied: once(figureWords.satisfied),
  asked: once(`c.satisfaction in ('satisfied', 'acceptable', 'unsatisfied')`),
  withCost: once(figureWords.withCost),
  costFen: 'coalesce(c.cost_fen, 0)',
};
/** SQL of all dimensions: an index that begins with them is asked for each. */
export const dimensionsCounted = `array['received', 'figure', 'clock', 'kind', 'cause', 'advisor', 'technician', 'model']`;
/** A name is told with the place where it is taken from, so that who does not see that place is not told it. */
const named = (dimension: string, key: string, path: string) =>
  `('${dimension}', coalesce(${key}, ''), case when ${key} <> '' then ${path} else '' end, 1)`;

/**
 * SQL of what complaints come to, summed by unit and month: counted from the records themselves. What is kept in
 * `complaint_counts` was counted by these words, and what is read beside it is.
 * @param from SQL of tables with `complaints c`, and of a `where` for them
 */
export const amountsOf = (from: string) => `
  select c.org_unit_id, c.org_path, ${monthOf('c.received_at')} as month, f.dimension, f.key, f.about_path,
         sum(f.amount)::bigint as amount
    from (select c.* from ${from} offset 0) c
    left join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id
    left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
    cross join lateral (
      values ('received', '', '', 1),
        ${named('advisor', 'o.advisor_id::text', 'o.org_path')},
        ${named('technician', 'o.technician_id::text', 'o.org_path')},
        ${named('model', 'left(v.model, 200)', 'v.org_path')},
        ${Object.entries(ofFigures)
          .map(([key, sql]) => `('figure', '${key}', '', ${sql})`)
          .join(', ')}
      union all
      select each.* from (select) one
        left join complaint_points p on p.tenant_id = c.tenant_id and p.complaint_id = c.id
        cross join lateral (values ('kind', coalesce(p.kind, c.kind), '', 1),
          ('cause', coalesce(p.cause_kind, c.cause_kind, ''), '', 1)) each
      union all
      select 'clock', k.rule || ' ' || k.state, '', 1 from commitments k
       where k.tenant_id = c.tenant_id and k.about_type = 'complaint' and k.about_id = c.id
         and k.state in ('kept', 'broken') and starts_with(k.rule, 'complaints.')) f (dimension, key, about_path, amount)
   where f.amount <> 0 group by 1, 2, 3, 4, 5, 6`;

interface LookedOf extends Looked {
  isOwn: boolean;
}
const own = (row: string) => `(not :isOwn::boolean or ${row}.org_path = :place)`;
const months = (row: string) =>
  `${row}.month >= ${monthOf(':since::timestamptz')} and ${row}.month < ${monthOf(':until::timestamptz')}`;
const marked = `marked as materialized (
     select distinct m.org_unit_id, m.month from complaint_count_marks m where m.tenant_id = :tenant and ${months('m')})`;
const isMarked = `exists (select from marked m where m.org_unit_id = n.org_unit_id and m.month = n.month)`;

export interface CountRow {
  dimension: string;
  /** Among its dimension, the largest first: rows come in this order. */
  place: number;
  key: string;
  label: string;
  amount: number;
  /** Of all keys of this dimension, shown or not. */
  total: number;
}
/** The figures, and the ten longest bars by each dimension, from amounts as `amountsOf` gives them. */
const told = (amounts: string) => `
   amounts as materialized (${amounts}),
   grouped as (
     select dimension, case when about_path = '' or about_path ^@ any(:scopes) then key else '' end as key, sum(amount)::bigint as amount
       from amounts group by 1, 2
     union all
     select 'shop', org_unit_id::text, sum(amount)::bigint from amounts where dimension = 'received' group by 2),
   ranked as (
     select g.*, sum(amount) over (partition by dimension)::bigint as total,
            row_number() over (partition by dimension order by amount desc, key) as place
       from grouped g)
   select r.dimension, r.place, r.key, r.amount, r.total,
          coalesce(u.name, e.name, case when r.dimension = 'model' then r.key end, '') as label
     from ranked r
     left join org_units u on u.tenant_id = :tenant and r.dimension = 'shop' and u.id::text = r.key
     left join employees e on e.tenant_id = :tenant
       and e.id = case when r.dimension in ('advisor', 'technician') and r.key <> '' then r.key::uuid end
    where r.place <= 10 or r.dimension in ('figure', 'clock')
   union all
   select 'late', 0, l.key, l.amount, l.amount, ''
     from (select count(*) filter (where c.receipt_told_at is null and c.receipt_due_at < :now) as receipt,
                  count(*) filter (where c.due_at <= :now) as due
             from complaints c where ${received} and ${own('c')} and c.closed_at is null) open
     cross join lateral (values ('lateReceipt', open.receipt), ('closable', open.due)) l (key, amount)
    order by dimension, place`;

const ofMonths = statement<CountRow, LookedOf>(
  'complaintReviews.countsOfMonths',
  `with ${marked}, ${told(`
     select n.dimension, n.key, n.about_path, n.org_unit_id, n.amount from complaint_counts n
      where n.tenant_id = :tenant and n.dimension = any(${dimensionsCounted})
        and ${months('n')} and n.org_path ^@ any(:scopes) and n.org_path ^@ :place and ${own('n')} and not ${isMarked}
     union all
     select t.dimension, t.key, t.about_path, t.org_unit_id, t.amount from (${amountsOf(`
       ${complaintsOf('marked m')} where ${received} and ${own('c')}`)}) t`)}`,
  { isPlannedOnce: true },
);
const ofSpan = statement<CountRow, LookedOf>(
  'complaintReviews.countsOfSpan',
  `with ${told(amountsOf(`complaints c where ${received} and ${own('c')}`))}`,
);
const isMonths = ({ since, until }: Looked) =>
  [since, until].every((instant) => dateIn(zoneOfTenant, instant).endsWith('-01'));

/**
 * What complaints come to by figure, clock and bar: sums of whole months where they are right, the records themselves of a
 * unit's month that changed since, and of a span that is no months.
 * @param isOwn of the unit alone, without those below it
 */
export const countsOf = (work: Work, looked: Looked, isOwn = false) =>
  work.rows(isMonths(looked) ? ofMonths : ofSpan, { ...looked, isOwn });

const visits = statement<{ visits: number }, LookedOf>(
  'complaintReviews.visits',
  `select ${visitsBetween(':since', ':until', ':place', ':isOwn::boolean')} as visits`,
);
export const visitsOf = async (work: Work, looked: Looked, isOwn: boolean) =>
  (await work.first(visits, { ...looked, isOwn }))!.visits;

export interface BucketRow {
  position: number;
  complaints: number;
  visits: number;
}
const trend = statement<
  BucketRow,
  { begins: readonly Date[]; ends: readonly Date[]; since: Date; until: Date; place: string }
>(
  'complaintReviews.trend',
  `with ${marked},
   counted as (
     select n.month, n.amount from complaint_counts n
      where n.tenant_id = :tenant and n.dimension = 'received' and ${months('n')}
        and n.org_path ^@ any(:scopes) and n.org_path ^@ :place and not ${isMarked}
     union all
     select m.month, count(*) from ${complaintsOf('marked m')} where ${received} group by m.month)
   select b.position,
          (select coalesce(sum(n.amount), 0)::bigint from counted n
            where n.month >= ${monthOf('b.since')} and n.month < ${monthOf('b.until')}) as complaints,
          ${visitsBetween('b.since', 'b.until', ':place')} as visits
     from unnest(:begins::timestamptz[], :ends::timestamptz[]) with ordinality as b (since, until, position)
    order by b.position`,
  { isPlannedOnce: true },
);
/** Complaints and visits of periods of whole months, one after the other. */
export const trendOf = (
  work: Work,
  begins: readonly Date[],
  ends: readonly Date[],
  place: string,
) => work.rows(trend, { begins, ends, since: begins[0]!, until: ends.at(-1)!, place });
