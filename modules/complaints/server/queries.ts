import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ComplaintEvidence, ComplaintSolution, ComplaintTask } from '../contract.ts';
import { type PointShownRow, pointColumns } from './queries-points.ts';
import { workColumns } from './queries-work.ts';
import { type WallRow, wallColumns } from './wall.ts';

export type ComplaintRow = RowOf<'complaints'>;

const lock = statement<ComplaintRow, { complaintId: string }>(
  'complaints.lock',
  'select * from complaints where tenant_id = :tenant and id = :complaintId for update',
);
export const lockComplaint = (work: Work, complaintId: string) => work.first(lock, { complaintId });

export const insertComplaint = (work: Work, row: Fresh<'complaints'>) =>
  work.insert('complaints', row);
export const updateComplaint = (work: Work, id: string, change: ChangeOf<'complaints'>) =>
  work.update('complaints', { id }, change);
export const insertEntry = (work: Work, row: Fresh<'complaintEntries'>) =>
  work.insert('complaintEntries', row);

/** A complaint as others hint at it, with the time as JSON has it. */
export interface EarlierRow {
  id: string;
  number: string;
  kind: string;
  state: string;
  receivedAt: string;
  beginning: string;
  isSameVehicle: boolean;
}

export interface SeenRow extends ComplaintRow, WallRow {
  plate: string | null;
  handlerName: string | null;
  exceptionByName: string | null;
  customer: { id: string; name: string; phone: string } | null;
  vehicle: { id: string; plate: string; plateColour: string; model: string } | null;
  order: {
    id: string;
    number: string;
    state: string;
    receivedAt: string;
    advisorName: string;
  } | null;
  earlier: EarlierRow[];
  entries: {
    id: string;
    position: number;
    step: string;
    words: string;
    facts: Record<string, unknown>;
    byName: string | null;
    at: string;
  }[];
  tasks: ComplaintTask[];
  evidence: ComplaintEvidence[];
  points: PointShownRow[];
  solutions: (Omit<ComplaintSolution, 'mayDecide'> & { askedBy: string })[];
}

const seen = statement<SeenRow, { complaintId: string }>(
  'complaints.seen',
  `select c.*, v.plate, h.name as handler_name, x.name as exception_by_name,
          case when u.id is not null
            then json_build_object('id', u.id, 'name', u.name, 'phone', u.phone) end as customer,
          case when v.id is not null then json_build_object('id', v.id, 'plate', v.plate,
            'plateColour', v.plate_colour, 'model', v.model) end as vehicle,
          case when o.id is not null then json_build_object('id', o.id, 'number', o.number, 'state', o.state,
            'receivedAt', o.received_at, 'advisorName', coalesce(a.name, '')) end as "order",
          (select coalesce(json_agg(p), '[]') from (
             select p.id, p.number, p.kind, p.state, p.received_at as "receivedAt", left(p.content, 80) as beginning,
                    p.vehicle_id is not distinct from c.vehicle_id and c.vehicle_id is not null as "isSameVehicle"
               from complaints p
              where p.tenant_id = c.tenant_id and p.id <> c.id and p.received_at <= c.received_at
                and p.org_path ^@ any(:scopes)
                and (p.vehicle_id = c.vehicle_id or p.customer_id = c.customer_id)
              order by p.received_at desc limit 10) p) as earlier,
          (select coalesce(json_agg(e order by e.position), '[]') from (
             select e.id, e.position, e.step, e.words, e.facts, b.name as "byName", e.at
               from complaint_entries e
               left join employees b on b.tenant_id = e.tenant_id and b.id = e.by_id
              where e.tenant_id = c.tenant_id and e.complaint_id = c.id
              order by e.position desc limit 500) e) as entries,${workColumns},${pointColumns},${wallColumns}
     from complaints c
     left join customers u on u.tenant_id = c.tenant_id and u.id = c.customer_id
     left join vehicles v on v.tenant_id = c.tenant_id and v.id = c.vehicle_id
     left join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id
     left join employees a on a.tenant_id = o.tenant_id and a.id = o.advisor_id
     left join employees h on h.tenant_id = c.tenant_id and h.id = c.handler_id
     left join employees x on x.tenant_id = c.tenant_id and x.id = c.exception_by
    where c.tenant_id = :tenant and c.id = :complaintId and c.org_path ^@ any(:scopes)`,
);
/** All that the page of a complaint shows but its clocks, in one round trip. */
export const seenComplaint = (work: Work, complaintId: string) => work.first(seen, { complaintId });

/** Where a complaint belongs and whom it concerns, as far as that follows from what is known. */
export interface Place {
  orderId: string | null;
  vehicleId: string | null;
  customerId: string | null;
  orgUnitId: string;
  orgPath: string;
}

const byOrder = statement<Place, { id: string }>(
  'complaints.placeByOrder',
  `select id as order_id, vehicle_id, customer_id, org_unit_id, org_path from service_orders
    where tenant_id = :tenant and id = :id and org_path ^@ any(:scopes)`,
);
/** The record, or the one it went into: behind row-level security no index serves a comparison with `coalesce`. */
const ledTo = (table: 'customers' | 'vehicles') =>
  `select coalesce(merged_into_id, id) as id from ${table} where tenant_id = :tenant and id = :id offset 0`;
const byVehicle = statement<Place, { id: string }>(
  'complaints.placeByVehicle',
  `select o.id as order_id, v.id as vehicle_id, coalesce(v.owner_id, o.customer_id) as customer_id,
          v.org_unit_id, v.org_path
     from (${ledTo('vehicles')}) led join vehicles v on v.tenant_id = :tenant and v.id = led.id
     left join lateral (
       select id, customer_id from service_orders
        where tenant_id = v.tenant_id and vehicle_id = v.id and state <> 'cancelled'
          and org_path ^@ any(:scopes)
        order by received_at desc, id desc limit 1) o on true
    where v.org_path ^@ any(:scopes)`,
);
const byCustomer = statement<Place, { id: string }>(
  'complaints.placeByCustomer',
  `select null::uuid as order_id, v.id as vehicle_id, c.id as customer_id, c.org_unit_id, c.org_path
     from (${ledTo('customers')}) led join customers c on c.tenant_id = :tenant and c.id = led.id
     left join lateral (
       select min(id::text)::uuid as id from vehicles
        where tenant_id = c.tenant_id and owner_id = c.id and org_path ^@ any(:scopes)
       having count(*) = 1) v on true
    where c.org_path ^@ any(:scopes)`,
);
export const placeByOrder = (work: Work, id: string) => work.first(byOrder, { id });
/** The car with its owner and its last order. */
export const placeByVehicle = (work: Work, id: string) => work.first(byVehicle, { id });
/** The customer, and his car if he has but one. */
export const placeByCustomer = (work: Work, id: string) => work.first(byCustomer, { id });

const sources = {
  followUpCall: statement<{ id: string }, { id: string }>(
    'complaints.sourceCall',
    `select id from follow_up_calls
      where tenant_id = :tenant and id = :id and org_path ^@ any(:scopes)`,
  ),
  serviceOrder: statement<{ id: string }, { id: string }>(
    'complaints.sourceOrder',
    `select id from service_orders
      where tenant_id = :tenant and id = :id and org_path ^@ any(:scopes)`,
  ),
};
/** Whether the caller sees what a complaint is said to come from. */
export const isSourceSeen = async (work: Work, type: keyof typeof sources, id: string) =>
  (await work.first(sources[type], { id })) !== undefined;

const byPhone = statement<{ id: string }, { phone: string }>(
  'complaints.customersByPhone',
  `select id from customers
    where tenant_id = :tenant and phone_tail = reverse(:phone) and merged_into_id is null
      and org_path ^@ any(:scopes) order by id limit 2`,
);
/** The one customer with this phone; nobody when it is shared or unknown. */
export async function customerWithPhone(work: Work, phone: string): Promise<string | undefined> {
  const found = phone === '' ? [] : await work.rows(byPhone, { phone });
  return found.length === 1 ? found[0]!.id : undefined;
}

type Earlier = Pick<ComplaintRow, 'id' | 'number' | 'state' | 'handlerId' | 'orgPath'>;
const sameBefore = statement<
  Earlier,
  { vehicleId: string; kind: string; since: Date; until: Date }
>(
  'complaints.sameBefore',
  `select id, number, state, handler_id, org_path from complaints
    where tenant_id = :tenant and vehicle_id = :vehicleId and kind = :kind
      and received_at <= :until and coalesce(closed_at, :until) >= :since
    order by received_at desc, id desc limit 1`,
);
/** The last complaint of the same kind about the same car that was open, or closed no earlier than `since`. */
export const sameComplaintBefore = (
  work: Work,
  given: { vehicleId: string; kind: string; since: Date; until: Date },
) => work.first(sameBefore, given);

const handles = statement<{ id: string }, { employeeId: string; orgPath: string }>(
  'complaints.handles',
  `select e.id from employees e
     join role_grants g on g.tenant_id = e.tenant_id and g.employee_id = e.id
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where e.tenant_id = :tenant and e.id = :employeeId and e.state = 'active'
      and 'complaints.handle' = any(r.permissions) and :orgPath ^@ g.scope_path
    limit 1`,
);
/** Whether an employee handles complaints in that place of the tree. */
export const handlesThere = async (work: Work, employeeId: string, orgPath: string) =>
  (await work.first(handles, { employeeId, orgPath })) !== undefined;
