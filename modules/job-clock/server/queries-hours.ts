import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface HoursAsked {
  from: Date;
  until: Date;
  zone: string;
  by: 'day' | 'month';
  ofShop: boolean;
  afterPeriod: string | null;
  afterId: string | null;
  size: number;
}
export interface HoursSums {
  id: string;
  period: string;
  name: string;
  unitName: string;
  attendedMinutes: number;
  workedMinutes: number;
  soldMinutes: number;
}

/**
 * Attended: shift less breaks. Worked: on a job's clock. Sold: the standard minutes of jobs done, divided among those who
 * worked on each by the shares that were set, else by the time of each; one that nobody clocked is whose who finished it.
 */
const hours = statement<HoursSums, HoursAsked>(
  'jobClock.hours',
  `with clocked as (
     select s.employee_id, (s.started_at at time zone :zone)::date as day,
            sum(case s.clock when 'shift' then m.minutes when 'break' then -m.minutes else 0 end) as attended,
            sum(case s.clock when 'job' then m.minutes else 0 end) as worked
       from clock_spells s
      cross join lateral (select extract(epoch from coalesce(s.ended_at, :now) - s.started_at) / 60 as minutes) m
      where s.tenant_id = :tenant and s.org_path ^@ any(:scopes) and not s.is_superseded
        and s.started_at >= :from and s.started_at < :until
      group by 1, 2
   ), done as (
     select l.id, l.standard_minutes, l.done_by, (l.done_at at time zone :zone)::date as day
       from job_lines l join service_orders o on o.tenant_id = l.tenant_id and o.id = l.order_id
      where l.tenant_id = :tenant and l.done_at >= :from and l.done_at < :until and l.answer = 'approved'
        and o.org_path ^@ any(:scopes)
   ), on_line as (
     select d.id, s.employee_id, sum(extract(epoch from coalesce(s.ended_at, :now) - s.started_at)) as seconds,
            (select a.share_percent from job_assignments a
              where a.tenant_id = :tenant and a.line_id = d.id and a.employee_id = s.employee_id
              order by a.since_at desc, a.id desc limit 1) as share
       from done d join clock_spells s on s.tenant_id = :tenant and s.line_id = d.id and not s.is_superseded
      group by d.id, s.employee_id
   ), weighed as (
     select id, employee_id,
            case when sum(share) over (partition by id) > 0 then coalesce(share, 0)::numeric
                 when sum(seconds) over (partition by id) > 0 then seconds
                 else 1 end as weight
       from on_line
   ), sold as (
     select coalesce(w.employee_id, d.done_by) as employee_id, d.day,
            sum(d.standard_minutes * coalesce(w.weight / sum_weight, 1)) as minutes
       from done d
       left join (select id, employee_id, weight, sum(weight) over (partition by id) as sum_weight from weighed) w
         on w.id = d.id
      where coalesce(w.employee_id, d.done_by) is not null
      group by 1, 2
   ), each as (
     select employee_id, day, attended, worked, 0 as minutes from clocked
     union all select employee_id, day, 0, 0, minutes from sold
   ), summed as (
     select case when :ofShop::boolean then u.id else e.id end as id,
            date_trunc(:by::text, x.day::timestamp)::date as period,
            case when :ofShop::boolean then u.name else e.name end as name, u.name as unit_name,
            greatest(round(sum(x.attended)), 0)::int8 as attended_minutes,
            greatest(round(sum(x.worked)), 0)::int8 as worked_minutes,
            round(sum(x.minutes))::int8 as sold_minutes
       from each x
       join employees e on e.tenant_id = :tenant and e.id = x.employee_id
       join org_units u on u.tenant_id = e.tenant_id and u.id = e.org_unit_id
      group by 1, 2, 3, 4
   )
   select * from summed
    where :afterId::uuid is null or (period, id) < (:afterPeriod::date, :afterId::uuid)
    order by period desc, id desc limit :size`,
);
/** Hours by period and person (or shop), the latest first. */
export const hoursOf = (work: Work, asked: HoursAsked) => work.rows(hours, asked);
