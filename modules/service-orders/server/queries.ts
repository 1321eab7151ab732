import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type OrderRow = RowOf<'serviceOrders'>;
export type LineRow = RowOf<'jobLines'>;
export type InspectionRow = RowOf<'inspections'>;

const order = statement<OrderRow, { orderId: string }>(
  'serviceOrders.byId',
  'select * from service_orders where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes)',
);
/** An order in the caller's scope. */
export const orderById = (work: Work, orderId: string) => work.first(order, { orderId });

const orderForChange = statement<OrderRow, { orderId: string }>(
  'serviceOrders.forChange',
  `select * from service_orders where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes)
    for update`,
);
export const lockOrder = (work: Work, orderId: string) => work.first(orderForChange, { orderId });

export interface EarlierOrder {
  id: string;
  number: string;
  kind: OrderRow['kind'];
  state: OrderRow['state'];
  receivedAt: Date;
  deliveredAt: Date | null;
  mileageKm: number;
  customerWords: string;
  settledFen: number | null;
  advisorName: string;
  /** What was done, and what the customer did not want. */
  done: string[];
  refused: { description: string; reason: string }[];
}
const earlier = statement<EarlierOrder, { vehicleId: string; size: number }>(
  'serviceOrders.earlier',
  `select o.id, o.number, o.kind, o.state, o.received_at, o.delivered_at, o.mileage_km, o.customer_words,
          o.settled_fen, coalesce(e.name, '') as advisor_name,
          array(select l.description from job_lines l
                 where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved'
                 order by l.position limit 50) as done,
          coalesce((select jsonb_agg(jsonb_build_object('description', l.description, 'reason', l.refusal_reason)
                                     order by l.position)
                      from job_lines l
                     where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'refused'), '[]') as refused
     from service_orders o
     left join employees e on e.tenant_id = o.tenant_id and e.id = o.advisor_id
    where o.tenant_id = :tenant and o.vehicle_id = :vehicleId and o.org_path ^@ any(:scopes)
    order by o.received_at desc, o.id desc limit :size`,
);
/** The last visits of a vehicle, the latest first. */
export const earlierOrders = (work: Work, vehicleId: string, limit: number) =>
  work.rows(earlier, { vehicleId, size: limit });

const openOfVehicle = statement<OrderRow, { vehicleId: string }>(
  'serviceOrders.openOfVehicle',
  `select * from service_orders where tenant_id = :tenant and vehicle_id = :vehicleId
      and state not in ('delivered', 'leftUnrepaired', 'cancelled') limit 1`,
);
/** The visit that is not over yet, wherever in the tenant's shops. */
export const openOrderOf = (work: Work, vehicleId: string) =>
  work.first(openOfVehicle, { vehicleId });

export const insertOrder = (work: Work, row: Fresh<'serviceOrders'>) =>
  work.insert('serviceOrders', row);
export const updateOrder = (work: Work, orderId: string, change: ChangeOf<'serviceOrders'>) =>
  work.update('serviceOrders', { id: orderId }, change);
