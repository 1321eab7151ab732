import type { OpenWorkRow } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const orders = statement<OpenWorkRow, { employeeId: string }>(
  'serviceOrders.openWith',
  `select o.id, concat_ws(' ', o.number, v.plate) as label, count(*) over () as count
     from service_orders o join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    where o.tenant_id = :tenant and (o.advisor_id = :employeeId or o.technician_id = :employeeId)
      and o.state not in ('delivered', 'leftUnrepaired', 'cancelled')
    order by o.received_at, o.id limit 20`,
);
/** What lies with a person when he leaves (ORG-07). */
export const ordersOpenWith = (work: Work, employeeId: string) => work.rows(orders, { employeeId });
