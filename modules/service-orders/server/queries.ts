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

export const insertStep = (work: Work, row: Fresh<'orderSteps'>) => work.insert('orderSteps', row);
export const insertInspection = (work: Work, row: Fresh<'inspections'>) =>
  work.insert('inspections', row);
export const insertCertificate = (work: Work, row: Fresh<'releaseCertificates'>) =>
  work.insert('releaseCertificates', row);
export const insertPayments = (work: Work, rows: readonly Fresh<'payments'>[]) =>
  work.insertAll('payments', rows);
const paperAdded = statement<
  never,
  { orderId: string; fileId: string; kind: string; caption: string; by: string }
>(
  'serviceOrders.addPaper',
  `insert into order_papers (tenant_id, order_id, file_id, kind, caption, filed_by, at)
   values (:tenant, :orderId, :fileId, :kind, :caption, :by, :now)
   on conflict (tenant_id, order_id, file_id) do nothing`,
);
/** Says whether the paper is new to the order. */
export const addPaperRow = async (
  work: Work,
  row: { orderId: string; fileId: string; kind: string; caption: string; by: string },
) => (await work.run(paperAdded, row)) > 0;

const papersFiled = statement<
  never,
  { orderId: string; by: string; fileIds: string[]; kinds: string[]; captions: string[] }
>(
  'serviceOrders.filePapers',
  `insert into order_papers (tenant_id, order_id, file_id, kind, caption, filed_by, at)
   select :tenant, :orderId::uuid, p.file_id, p.kind, p.caption, :by::uuid, :now
     from unnest(:fileIds::uuid[], :kinds::text[], :captions::text[]) as p (file_id, kind, caption)
   on conflict (tenant_id, order_id, file_id) do nothing`,
);
/** Files what was taken while the vehicle was received to its order. The caller has seen the files. */
export const fileOrderPapers = (
  work: Work,
  orderId: string,
  by: string,
  papers: readonly { fileId: string; kind: 'photo' | 'signature'; caption: string }[],
) =>
  work.run(papersFiled, {
    orderId,
    by,
    fileIds: papers.map(({ fileId }) => fileId),
    kinds: papers.map(({ kind }) => kind),
    captions: papers.map(({ caption }) => caption),
  });

const certificate = statement<RowOf<'releaseCertificates'>, { orderId: string }>(
  'serviceOrders.certificateOf',
  `select * from release_certificates where tenant_id = :tenant and order_id = :orderId
    order by issued_at desc limit 1`,
);
export const certificateOf = (work: Work, orderId: string) => work.first(certificate, { orderId });

const intake = statement<InspectionRow, { orderId: string }>(
  'serviceOrders.intakeOf',
  `select * from inspections where tenant_id = :tenant and order_id = :orderId and gate = 'intake'
    order by at desc, id desc limit 1`,
);
export const intakeOf = (work: Work, orderId: string) => work.first(intake, { orderId });
