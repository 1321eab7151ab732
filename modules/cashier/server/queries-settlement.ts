import type { RowOf } from '#database/types.generated.ts';
import type { JobLine, PaidBy, ServiceOrder } from '#modules/service-orders/contract.ts';
import { dueFenOf, packageOfLine } from '#modules/service-orders/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

type Order = Pick<
  RowOf<'serviceOrders'>,
  | 'number'
  | 'state'
  | 'orgUnitId'
  | 'orgPath'
  | 'receivedAt'
  | 'customerWords'
  | 'mileageKm'
  | 'deliveryMileageKm'
  | 'oldParts'
  | 'settledFen'
>;
export interface SettlementRow extends Order {
  dueFen: number;
  plate: string;
  plateColour: ServiceOrder['plateColour'];
  vin: string;
  model: string;
  customerName: string;
  advisorName: string;
  settledAt: Date | null;
  grade: NonNullable<ServiceOrder['inspections'][number]['grade']> | null;
  lines: Pick<
    JobLine,
    'description' | 'standardMinutes' | 'labourFen' | 'partsFen' | 'parts' | 'payer' | 'jobPackage'
  >[];
  certificate: { number: string; km: number; days: number; inspectorName: string } | null;
  payments: { method: PaidBy; amountFen: number }[];
  depositFen: number;
}
const settlement = statement<SettlementRow, { orderId: string }>(
  'cashier.settlement',
  `select o.number, o.state, o.org_unit_id, o.org_path, o.received_at, o.customer_words, o.mileage_km,
          o.delivery_mileage_km, o.old_parts, ${dueFenOf('o')} as due_fen, o.settled_fen, v.plate, v.plate_colour, v.vin, v.model,
          c.name as customer_name, coalesce(e.name, '') as advisor_name,
          (select max(s.at) from order_steps s
            where s.tenant_id = o.tenant_id and s.order_id = o.id and s.step = 'settle') as settled_at,
          (select i.grade from inspections i where i.tenant_id = o.tenant_id and i.order_id = o.id and i.gate = 'intake'
            order by i.at desc, i.id desc limit 1) as grade,
          coalesce((select jsonb_agg(jsonb_build_object('description', l.description, 'standardMinutes',
                             l.standard_minutes, 'labourFen', l.labour_fen, 'partsFen', l.parts_fen, 'parts', l.parts,
                             'payer', l.payer, 'jobPackage', ${packageOfLine('l')}) order by l.position, l.id)
                      from job_lines l
                     where l.tenant_id = o.tenant_id and l.order_id = o.id and l.answer = 'approved'), '[]') as lines,
          (select jsonb_build_object('number', r.number, 'km', r.guarantee_km, 'days', r.guarantee_days,
                    'inspectorName', coalesce(i.name, ''))
             from release_certificates r
             left join employees i on i.tenant_id = r.tenant_id and i.id = r.inspector_id
            where r.tenant_id = o.tenant_id and r.order_id = o.id order by r.issued_at desc limit 1) as certificate,
          coalesce((select jsonb_agg(jsonb_build_object('method', p.method, 'amountFen', p.amount_fen)
                             order by p.at, p.id)
                      from payments p where p.tenant_id = o.tenant_id and p.order_id = o.id), '[]') as payments,
          coalesce((select sum(r.amount_fen) from receipts r
                     where r.tenant_id = o.tenant_id and r.order_id = o.id), 0)::bigint as deposit_fen
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
     left join employees e on e.tenant_id = o.tenant_id and e.id = o.advisor_id
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** All that a settlement list says of an order. */
export const settlementOf = (work: Work, orderId: string) => work.first(settlement, { orderId });
