import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { FigureGroup } from '../contract.ts';

export interface Counted {
  key: string;
  name: string;
  orders: number;
  repeats: number;
  cameBack: number;
}
interface Period {
  from: string;
  until: string;
  zone: string;
}

const isDelivered = `o.tenant_id = :tenant and o.org_path ^@ any(:scopes) and o.state = 'delivered'
    and o.kind <> 'enquiry' and o.delivered_at >= (:from::date)::timestamp at time zone :zone
    and o.delivered_at < (:until::date + 1)::timestamp at time zone :zone`;
const repeated = (more = '') => `exists (select from repeat_repairs b
    where b.tenant_id = :tenant and b.earlier_order_id = o.id and b.state = 'confirmed'${more})`;

const isConfirmed = `r.tenant_id = :tenant and r.org_path ^@ any(:scopes) and r.state = 'confirmed'`;

/** How orders and their repeats are told apart: what each is counted under, and what else must be read for it. */
const groups: Readonly<
  Record<
    FigureGroup | 'all',
    { order: string; repeat: string; cohort?: string; join?: string; name?: string }
  >
> = {
  all: { order: `''`, repeat: `''` },
  technician: {
    order: `coalesce(o.technician_id::text, '')`,
    repeat: `coalesce(r.technician_id::text, '')`,
    name: `(select p.name from employees p where p.tenant_id = :tenant and p.id::text = k.key)`,
  },
  job: {
    order: 'l.description',
    repeat: 'r.job',
    join: `join (select distinct tenant_id, order_id, description from job_lines
        where tenant_id = :tenant and answer = 'approved') l on l.tenant_id = o.tenant_id and l.order_id = o.id`,
  },
  month: {
    order: `to_char(o.delivered_at at time zone :zone, 'YYYY-MM')`,
    repeat: `to_char(r.decided_on, 'YYYY-MM')`,
    cohort: `to_char(r.delivered_on, 'YYYY-MM')`,
  },
};

/** An order with the same job twice is one order of that job. */
const counting = (group: FigureGroup | 'all') => {
  const { order, repeat, cohort = repeat, join = '', name = 'k.key' } = groups[group];
  return statement<Counted, Period>(
    `repeatRepairs.figures.${group}`,
    `select k.key, coalesce(${name}, '') as name, k.orders, k.repeats, k.came_back from (
       select key, sum(orders)::int8 as orders, sum(repeats)::int8 as repeats, sum(came_back)::int8 as came_back from (
         select ${order} as key, count(*) as orders, 0 as repeats, 0 as came_back
           from service_orders o ${join} where ${isDelivered} group by 1
         union all
         select ${repeat}, 0, count(*), 0 from repeat_repairs r
          where ${isConfirmed} and r.decided_on between :from and :until group by 1
         union all
         select ${cohort}, 0, 0, count(distinct r.earlier_order_id) from repeat_repairs r
          where ${isConfirmed} and r.delivered_on between :from and :until group by 1) each
        group by key order by ${group === 'month' ? 'key' : 'repeats desc, orders desc, key'} limit 200) k`,
    { isPlannedOnce: true },
  );
};
const counts = {
  all: counting('all'),
  technician: counting('technician'),
  job: counting('job'),
  month: counting('month'),
};

/** Orders delivered in a period, repeat repairs confirmed in it, and orders of it that have come back since. */
export const figuresOf = (work: Work, group: FigureGroup | 'all', period: Period) =>
  work.rows(counts[group], period);

export interface CountedOrderRow {
  id: string;
  orgPath: string;
  number: string;
  plate: string;
  customerName: string;
  deliveredAt: Date;
  technicianName: string;
  cameBack: boolean;
}
interface OrderFilter extends Period {
  technicianId: string | null;
  job: string | null;
}
const ofWhom = `and (:technicianId::uuid is null or o.technician_id = :technicianId)
    and (:job::text is null or exists (select from job_lines l where l.tenant_id = :tenant and l.order_id = o.id
           and l.answer = 'approved' and l.description = :job))`;
const ordersPage = statement<CountedOrderRow, OrderFilter & PageAfter>(
  'repeatRepairs.orders',
  `select o.id, o.org_path, o.number, v.plate, c.name as customer_name, o.delivered_at,
          coalesce(p.name, '') as technician_name,
          ${repeated(' and (:job::text is null or b.job = :job)')} as came_back
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
     left join employees p on p.tenant_id = o.tenant_id and p.id = o.technician_id
    where ${isDelivered} ${ofWhom}
      and (:afterAt::timestamptz is null or (o.delivered_at, o.id) < (:afterAt, :afterId::uuid))
    order by o.delivered_at desc, o.id desc limit :size`,
);
export const pageOfOrders = (work: Work, given: OrderFilter & PageAfter) =>
  work.rows(ordersPage, given);
const ordersCounted = statement<{ total: number }, OrderFilter>(
  'repeatRepairs.countOrders',
  `select count(*) as total from service_orders o where ${isDelivered} ${ofWhom}`,
);
export const countOfOrders = async (work: Work, given: OrderFilter): Promise<number> =>
  (await work.first(ordersCounted, given))!.total;
