import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface ReceiptSeen
  extends Pick<
    RowOf<'receipts'>,
    | 'number'
    | 'orgUnitId'
    | 'orgPath'
    | 'orderId'
    | 'customerId'
    | 'method'
    | 'amountFen'
    | 'note'
    | 'at'
  > {
  customerName: string;
  plate: string;
  orderNumber: string;
  takenByName: string;
  allocations: { orderNumber: string; amountFen: number }[];
}
const receipt = statement<ReceiptSeen, { receiptId: string }>(
  'cashier.receipt',
  `select r.number, r.org_unit_id, r.org_path, r.order_id, r.customer_id, r.method, r.amount_fen, r.note, r.at,
          c.name as customer_name, coalesce(v.plate, '') as plate, coalesce(o.number, '') as order_number,
          coalesce(e.name, '') as taken_by_name,
          coalesce((select jsonb_agg(jsonb_build_object('orderNumber', p.number, 'amountFen', a.amount_fen)
                             order by a.at, a.id)
                      from receipt_allocations a
                      join service_orders p on p.tenant_id = a.tenant_id and p.id = a.order_id
                     where a.tenant_id = r.tenant_id and a.receipt_id = r.id), '[]') as allocations
     from receipts r
     join customers c on c.tenant_id = r.tenant_id and c.id = r.customer_id
     left join service_orders o on o.tenant_id = r.tenant_id and o.id = r.order_id
     left join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     left join employees e on e.tenant_id = r.tenant_id and e.id = r.taken_by
    where r.tenant_id = :tenant and r.id = :receiptId and r.org_path ^@ any(:scopes)`,
);
/** All that a receipt says. */
export const receiptSeen = (work: Work, receiptId: string) => work.first(receipt, { receiptId });
