import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

interface Facts {
  today: string;
  zone: string;
  formula: string;
}
interface Swept {
  lastId: string | null;
  seen: number;
}

/** The usual distance between visits, never under a month: two visits in a week make nobody a weekly customer. */
const usualDays = `greatest(coalesce(b.interval_days, (b.rule#>>'{interval,usualDays}')::int), 30)`;

/**
 * Reckons where some customers stand, by all three formulas, and notes who changed his group by the one that his unit
 * chose. A visit is a day on which a car of his came in; orders that were cancelled are none (domain rules §5.1).
 */
const sweepOf = (customers: string, theirs: string) => `
  with chunk as materialized (
    select c.id, c.org_unit_id, c.org_path, c.last_visit_on, c.merged_into_id
      from customers c where c.tenant_id = :tenant and ${customers}),
  rules as materialized (
    select d.org_path, coalesce((select s.value from settings s
        where s.tenant_id = :tenant and s.key = 'segments.formula' and d.org_path ^@ s.org_path
        order by length(s.org_path) desc limit 1), :formula::jsonb) as rule
      from (select distinct org_path from chunk) d),
  visits as materialized (
    select c.id, (o.received_at at time zone :zone)::date as on_date, sum(o.settled_fen) as fen
      from chunk c join service_orders o on o.tenant_id = :tenant and o.customer_id = c.id
     where o.state <> 'cancelled' and o.received_at > :now::timestamptz - interval '3 years'
     group by 1, 2),
  sums as (
    select v.id, max(v.on_date) as last_on,
      count(*) filter (where v.on_date > :today::date - 365) as year_visits,
      coalesce(sum(v.fen) filter (where v.on_date > :today::date - 365), 0) as year_fen,
      coalesce(sum(v.fen) filter (where v.on_date > :today::date - 730), 0) as two_year_fen
      from visits v group by v.id),
  gaps as (
    select g.id, percentile_cont(0.5) within group (order by g.days) as days
      from (select v.id, v.on_date - lag(v.on_date) over (partition by v.id order by v.on_date) as days from visits v) g
     where g.days is not null group by g.id having count(*) >= 2),
  base as (
    select c.*, r.rule, greatest(c.last_visit_on, s.last_on) as last_on, coalesce(s.year_visits, 0) as year_visits,
      coalesce(s.year_fen, 0) as year_fen, coalesce(s.two_year_fen, 0) as two_year_fen,
      round(g.days)::int as interval_days
      from chunk c join rules r on r.org_path = c.org_path
      left join sums s on s.id = c.id left join gaps g on g.id = c.id
     where c.merged_into_id is null),
  judged as (
    select b.*,
      case when b.last_on is null then 'never'
        when b.last_on > :today::date - make_interval(months => (b.rule#>>'{months,sleepingAfter}')::int) then 'active'
        when b.last_on > :today::date - make_interval(months => (b.rule#>>'{months,lostAfter}')::int) then 'sleeping'
        else 'lost' end as by_months,
      case when b.last_on is null then 'never'
        when :today::date - b.last_on <= ${usualDays} * (b.rule#>>'{interval,sleepingAfter}')::numeric then 'active'
        when :today::date - b.last_on <= ${usualDays} * (b.rule#>>'{interval,lostAfter}')::numeric then 'sleeping'
        else 'lost' end as by_interval,
      case when b.last_on is null then 'never'
        when greatest(b.year_visits, (b.last_on > :today::date - 365)::int) >= (b.rule#>>'{visits,activeFrom}')::int
          then 'active'
        when b.last_on > :today::date - 365 then 'sleeping' else 'lost' end as by_visits,
      case when b.two_year_fen >= (b.rule#>>'{value,highFromFen}')::bigint then 'high'
        when b.two_year_fen >= (b.rule#>>'{value,middleFromFen}')::bigint then 'middle'
        when b.two_year_fen > 0 then 'low' else 'none' end as value_class
      from base b),
  fresh as materialized (
    select j.*, j.rule->>'formula' as formula,
      case j.rule->>'formula' when 'interval' then j.by_interval when 'visits' then j.by_visits else j.by_months end
        as standing
      from judged j),
  changed as (
    insert into standing_changes (tenant_id, id, org_unit_id, org_path, customer_id, from_standing, to_standing,
      formula, on_date)
    select :tenant, gen_random_uuid(), f.org_unit_id, f.org_path, f.id, old.standing, f.standing, f.formula, :today
      from fresh f
      join customer_standings old on old.tenant_id = :tenant and old.customer_id = f.id
     where old.standing <> f.standing
    returning 1),
  put as (
    insert into customer_standings as s (tenant_id, customer_id, org_unit_id, org_path, last_visit_on, year_visits,
      year_spend_fen, two_year_spend_fen, interval_days, by_months, by_interval, by_visits, standing, formula,
      value_class, since_on, updated_at)
    select :tenant, f.id, f.org_unit_id, f.org_path, f.last_on, f.year_visits, f.year_fen, f.two_year_fen,
      f.interval_days, f.by_months, f.by_interval, f.by_visits, f.standing, f.formula, f.value_class, :today, :now
      from fresh f
    on conflict (tenant_id, customer_id) do update
      set org_unit_id = excluded.org_unit_id, org_path = excluded.org_path, last_visit_on = excluded.last_visit_on,
        year_visits = excluded.year_visits, year_spend_fen = excluded.year_spend_fen,
        two_year_spend_fen = excluded.two_year_spend_fen, interval_days = excluded.interval_days,
        by_months = excluded.by_months, by_interval = excluded.by_interval, by_visits = excluded.by_visits,
        standing = excluded.standing, formula = excluded.formula, value_class = excluded.value_class,
        since_on = case when s.standing = excluded.standing then s.since_on else excluded.since_on end,
        updated_at = excluded.updated_at
      where (s.org_path, s.last_visit_on, s.year_visits, s.year_spend_fen, s.two_year_spend_fen, s.interval_days,
          s.by_months, s.by_interval, s.by_visits, s.standing, s.formula, s.value_class)
        is distinct from (excluded.org_path, excluded.last_visit_on, excluded.year_visits, excluded.year_spend_fen,
          excluded.two_year_spend_fen, excluded.interval_days, excluded.by_months, excluded.by_interval,
          excluded.by_visits, excluded.standing, excluded.formula, excluded.value_class)
    returning 1),
  gone as (
    delete from customer_standings s
     where s.tenant_id = :tenant and ${theirs}
       and not exists (select from fresh f where f.id = s.customer_id)
    returning 1)
  select (select c.id from chunk c order by c.id desc limit 1) as last_id, (select count(*) from chunk) as seen`;

const stretch = statement<Swept, Facts & { afterId: string; size: number }>(
  'segments.sweepStretch',
  sweepOf(
    `c.id > :afterId::uuid order by c.id limit :size`,
    `s.customer_id > :afterId::uuid and ((select count(*) from chunk) < :size
       or s.customer_id <= (select c.id from chunk c order by c.id desc limit 1))`,
  ),
);
/** The next so many customers in the order of their ids. */
export const sweepStretch = async (
  work: Work,
  facts: Facts,
  page: { afterId: string; size: number },
) => (await work.first(stretch, { ...facts, ...page }))!;

const some = statement<Swept, Facts & { ids: readonly string[] }>(
  'segments.sweepSome',
  sweepOf('c.id = any(:ids::uuid[])', 's.customer_id = any(:ids::uuid[])'),
);
/** These customers, after something about them changed. */
export const sweepCustomers = (work: Work, facts: Facts, ids: readonly string[]) =>
  work.first(some, { ...facts, ids });
