import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { workedOn } from './queries.ts';

export interface OutlookRow {
  orderId: string;
  number: string;
  orgPath: string;
  plate: string;
  customerId: string;
  advisorId: string;
  advisorName: string;
  promisedAt: Date;
  remainingMinutes: number;
  runningClocks: number;
}

/** Open orders with a promised time: the standard minutes that are left of their open jobs, and the clocks that run. */
const outlook = `select o.id as order_id, o.number, o.org_path, coalesce(v.plate, '') as plate, o.customer_id, o.advisor_id,
          coalesce(a.name, '') as advisor_name, o.promised_at, r.minutes as remaining_minutes, r.clocks as running_clocks
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     left join employees a on a.tenant_id = o.tenant_id and a.id = o.advisor_id
    cross join lateral (
      select coalesce(sum(greatest(l.standard_minutes - w.minutes, 0)), 0)::int as minutes,
             coalesce(sum((select count(*) from clock_spells c
                            where c.tenant_id = l.tenant_id and c.line_id = l.id and c.ended_at is null
                              and not c.is_superseded)), 0)::int as clocks
        from job_lines l cross join lateral (${workedOn('l')}) w
       where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved' and l.done_at is null) r`;

const one = statement<OutlookRow, { orderId: string }>(
  'jobClock.outlook',
  `${outlook} where o.tenant_id = :tenant and o.id = :orderId and o.promised_at is not null
      and o.state in ('approved', 'inWork')`,
);
/** What is left to do on an order that has a promised time and is not finished. */
export const outlookOf = (work: Work, orderId: string) => work.first(one, { orderId });

const late = statement<OutlookRow, object>(
  'jobClock.late',
  `${outlook}
    where o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and o.promised_at is not null
      and o.state in ('approved', 'inWork')
      and :now + make_interval(mins => r.minutes / greatest(r.clocks, 1)) >= o.promised_at + interval '1 minute'
    order by o.promised_at, o.id limit 100`,
);
/** Orders that will be late if nothing changes, the most urgent first. */
export const lateOrders = (work: Work) => work.rows(late, {});
