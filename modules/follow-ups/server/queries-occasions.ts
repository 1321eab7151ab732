import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const refused = statement<{ count: number }, { orderId: string }>(
  'followUps.refusedLines',
  `select count(*) as count from job_lines l
    where l.tenant_id = :tenant and l.order_id = :orderId and l.answer = 'refused'`,
);
/** Whether something that was advised on an order was refused. */
export const hasRefusedWork = async (work: Work, orderId: string) =>
  (await work.first(refused, { orderId }))!.count > 0;

/** Who is concerned by an occasion that an event told of. */
export interface Found {
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  advisorId: string | null;
  orgUnitId: string;
  orgPath: string;
  anchorOn: string;
}
const appointment = statement<Found, { appointmentId: string }>(
  'followUps.appointmentMissed',
  `select a.customer_id, a.vehicle_id, null::uuid as order_id, a.advisor_id, a.org_unit_id, a.org_path,
      (a.starts_at at time zone 'Asia/Shanghai')::date as anchor_on
     from appointments a where a.tenant_id = :tenant and a.id = :appointmentId and a.state = 'noShow'`,
);
export const missedAppointment = (work: Work, appointmentId: string) =>
  work.first(appointment, { appointmentId });

const complaint = statement<Found, { complaintId: string }>(
  'followUps.complaintClosed',
  `select p.customer_id, p.vehicle_id, p.order_id, o.advisor_id, p.org_unit_id, p.org_path,
      (p.closed_at at time zone 'Asia/Shanghai')::date as anchor_on
     from complaints p left join service_orders o on o.tenant_id = p.tenant_id and o.id = p.order_id
    where p.tenant_id = :tenant and p.id = :complaintId and p.closed_at is not null`,
);
export const closedComplaint = (work: Work, complaintId: string) =>
  work.first(complaint, { complaintId });
