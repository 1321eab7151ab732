import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { type Wall, wallJson } from '#modules/complaints/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type HoldRow = RowOf<'documentHolds'>;
export interface ShownRow extends HoldRow {
  placedByName: string;
  liftedByName: string;
  /** Whose evidence it is: the customer himself, or who stands behind the record. */
  ownerId: string | null;
  customerName: string;
  plate: string;
  orderNumber: string;
  complaintNumber: string;
  complaintState: string | null;
  waitingSince: Date | null;
  /** Of the complaint that it is placed on. */
  wall: Wall | null;
}

const names = `select h.*, coalesce(p.name, '') as placed_by_name, coalesce(l.name, '') as lifted_by_name,
          c.id as owner_id, coalesce(c.name, '') as customer_name, coalesce(v.plate, '') as plate,
          coalesce(o.number, '') as order_number, coalesce(k.number, '') as complaint_number,
          k.state as complaint_state, case when h.state = 'placed' then e.held_since end as waiting_since,
          case when k.id is not null then ${wallJson('k')} end as wall`;
const joins = `left join employees p on p.tenant_id = h.tenant_id and p.id = h.placed_by
     left join employees l on l.tenant_id = h.tenant_id and l.id = h.lifted_by
     left join complaints k on k.tenant_id = h.tenant_id and k.id = h.complaint_id
     left join service_orders o on o.tenant_id = h.tenant_id and o.id = coalesce(h.order_id, k.order_id)
     left join vehicles v on v.tenant_id = h.tenant_id and v.id = coalesce(h.vehicle_id, o.vehicle_id, k.vehicle_id)
     left join customers c on c.tenant_id = h.tenant_id and c.id = coalesce(h.customer_id, k.customer_id, o.customer_id, v.owner_id)
     left join erasures e on e.tenant_id = c.tenant_id and e.customer_id = c.id and e.over_at is null`;

interface Asked {
  state: string | null;
  origin: string | null;
  isLegal: boolean | null;
  isWaited: boolean;
  size: number;
}
const page = statement<ShownRow, Asked & { before: string; beforeId: string }>(
  'documentHolds.page',
  `${names} from document_holds h ${joins}
    where h.tenant_id = :tenant and h.org_path ^@ any(:scopes)
      and (:state::text is null or h.state = :state)
      and (:origin::text is null or h.origin = :origin)
      and (:isLegal::boolean is null or h.is_legal = :isLegal)
      and (not :isWaited::boolean or (h.state = 'placed' and e.held_since is not null))
      and (h.placed_at, h.id) < (:before::timestamptz, :beforeId::uuid)
    order by h.placed_at desc, h.id desc limit :size`,
);
export const pageOfHolds = (work: Work, asked: Asked, after: unknown[] | null) =>
  work.rows(page, {
    ...asked,
    before: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });

/** What reaches a customer or a complaint, as SQL: `holds_on` decides, the caller's places narrow what he is told. */
export const reaching = (kind: 'customer' | 'complaint', subject: string): string =>
  `${names} from holds_on('${kind}', ${subject}::uuid) h ${joins}
    where h.tenant_id = :tenant and h.org_path ^@ any(:scopes)
    order by h.placed_at desc, h.id desc limit 50`;
const ofCustomer = statement<ShownRow, { customerId: string }>(
  'documentHolds.ofCustomer',
  reaching('customer', ':customerId'),
);
export const holdsOfCustomer = (work: Work, customerId: string) =>
  work.rows(ofCustomer, { customerId });
const ofComplaint = statement<ShownRow, { complaintId: string }>(
  'documentHolds.ofComplaint',
  reaching('complaint', ':complaintId'),
);
export const holdsOfComplaint = (work: Work, complaintId: string) =>
  work.rows(ofComplaint, { complaintId });

const one = statement<ShownRow, { holdId: string }>(
  'documentHolds.one',
  `${names} from document_holds h ${joins}
    where h.tenant_id = :tenant and h.id = :holdId and h.org_path ^@ any(:scopes)`,
);
export const holdById = (work: Work, holdId: string) => work.first(one, { holdId });
const locked = statement<HoldRow, { holdId: string }>(
  'documentHolds.lock',
  `select * from document_holds
    where tenant_id = :tenant and id = :holdId and org_path ^@ any(:scopes) for update`,
);
export const lockHold = (work: Work, holdId: string) => work.first(locked, { holdId });
const lockedOfComplaint = statement<HoldRow, { complaintId: string }>(
  'documentHolds.lockOfComplaint',
  `select * from document_holds
    where tenant_id = :tenant and complaint_id = :complaintId and origin = 'complaint' for update`,
);
/** The hold that came with a complaint; a complaint has one, which ends and begins again with it. */
export const lockOwnHold = (work: Work, complaintId: string) =>
  work.first(lockedOfComplaint, { complaintId });
export const insertHold = (work: Work, row: Fresh<'documentHolds'>) =>
  work.insert('documentHolds', row);
export const updateHold = async (work: Work, id: string, change: ChangeOf<'documentHolds'>) =>
  (await work.update('documentHolds', { id }, change))!;

export interface Place {
  id: string;
  orgUnitId: string;
  orgPath: string;
}
interface SubjectIds {
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  complaintId: string | null;
}
const table = (name: string, given: string) =>
  `select id, org_unit_id, org_path from ${name}
    where tenant_id = :tenant and id = :${given}::uuid and org_path ^@ any(:scopes)`;
const subject = statement<Place, SubjectIds>(
  'documentHolds.subject',
  [
    table('customers', 'customerId'),
    table('vehicles', 'vehicleId'),
    table('service_orders', 'orderId'),
    table('complaints', 'complaintId'),
  ].join(' union all '),
);
/** What is to be held, if the caller may see it. */
export const subjectAt = (work: Work, ids: SubjectIds) => work.first(subject, ids);

export interface ClosedComplaint extends Place {
  number: string;
  kind: string;
  severity: string;
  channel: string;
  state: string;
  customerId: string | null;
  vehicleId: string | null;
  orderId: string | null;
  isByException: boolean;
  closedAt: Date | null;
}
const complaintColumns = `id, org_unit_id, org_path, number, kind, severity, channel, state, customer_id, vehicle_id, order_id,
          exception_by is not null as is_by_exception, closed_at`;
const complaint = statement<ClosedComplaint, { complaintId: string }>(
  'documentHolds.complaint',
  `select ${complaintColumns} from complaints
    where tenant_id = :tenant and id = :complaintId and org_path ^@ any(:scopes)`,
);
export const complaintAt = (work: Work, complaintId: string) =>
  work.first(complaint, { complaintId });
const without = statement<{ id: string }, { size: number }>(
  'documentHolds.complaintsWithout',
  `select c.id from complaints c
    where c.tenant_id = :tenant and c.state not in ('closed', 'monitoring')
      and not exists (select from document_holds h
        where h.tenant_id = c.tenant_id and h.complaint_id = c.id and h.origin = 'complaint')
    order by c.received_at desc, c.id desc limit :size`,
);
/** Open complaints from before the house held evidence by itself. */
export const complaintsWithout = (work: Work, size: number) => work.rows(without, { size });

const waiting = statement<{ customerId: string }, { holdId: string }>(
  'documentHolds.waiting',
  `select e.customer_id from erasures e
    where e.tenant_id = :tenant and e.held_since is not null
      and exists (select from holds_on('customer', e.customer_id) h where h.id = :holdId)
    order by e.customer_id limit 1000`,
);
/** Whose erasure waits behind a hold. */
export const waitingBehind = async (work: Work, holdId: string) =>
  (await work.rows(waiting, { holdId })).map(({ customerId }) => customerId);
