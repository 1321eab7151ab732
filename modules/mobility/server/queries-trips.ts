import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ListedTrip } from '../contract.ts';
import { handoversOf, type ShownHandover } from './queries-handovers.ts';

export type TripRow = RowOf<'trips'>;

const forChange = statement<TripRow, { tripId: string }>(
  'trips.lock',
  `select * from trips where tenant_id = :tenant and id = :tripId and org_path ^@ any(:scopes) for update`,
);
export const lockTrip = (work: Work, tripId: string) => work.first(forChange, { tripId });
export const insertTrip = (work: Work, row: Fresh<'trips'>) => work.insert('trips', row);
export const updateTrip = (work: Work, id: string, change: ChangeOf<'trips'>) =>
  work.update('trips', { id }, change);

type Instants = 'arriveBy' | 'setOutAt' | 'arrivedAt' | 'endedAt';
export type ListedRow = Omit<ListedTrip, Instants> & {
  orgPath: string;
  arriveBy: Date;
  setOutAt: Date | null;
  arrivedAt: Date | null;
  endedAt: Date | null;
};
const head = `t.id, t.org_path, t.kind, t.state, t.version, t.customer_id, c.name as customer_name, t.vehicle_id, v.plate,
  v.model, t.address, t.wish, t.arrive_by, t.driver_id, coalesce(d.name, '') as driver_name, t.set_out_at, t.arrived_at,
  t.ended_at, t.end_reason, t.order_id, coalesce(o.number, '') as order_number, t.appointment_id`;
const joined = `trips t
  join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
  join vehicles v on v.tenant_id = t.tenant_id and v.id = t.vehicle_id
  left join employees d on d.tenant_id = t.tenant_id and d.id = t.driver_id
  left join service_orders o on o.tenant_id = t.tenant_id and o.id = t.order_id`;

interface Filter {
  state: string | null;
  kind: string | null;
}
const matches = `t.tenant_id = :tenant and t.org_path ^@ any(:scopes)
  and (:state::text is null or t.state = :state) and (:kind::text is null or t.kind = :kind)`;
const page = statement<ListedRow, Filter & PageAfter>(
  'trips.page',
  `select ${head} from ${joined}
    where ${matches}
      and (:afterAt::timestamptz is null or (t.arrive_by, t.id) < (:afterAt, :afterId::uuid))
    order by t.arrive_by desc, t.id desc limit :size`,
);
export const pageOfTrips = (work: Work, given: Filter & PageAfter) => work.rows(page, given);
const counted = statement<{ total: number }, Filter>(
  'trips.count',
  `select count(*) as total from trips t where ${matches}`,
);
export const countOfTrips = async (work: Work, given: Filter): Promise<number> =>
  (await work.first(counted, given))!.total;

const ofOrder = statement<ListedRow, { orderId: string }>(
  'trips.ofOrder',
  `select ${head} from ${joined}
    where t.tenant_id = :tenant and t.order_id = :orderId and t.org_path ^@ any(:scopes)
    order by t.arrive_by desc, t.id desc limit 50`,
);
export const tripsOfOrder = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

const open = statement<ListedRow, object>(
  'trips.open',
  `select ${head} from ${joined}
    where t.tenant_id = :tenant and t.state in ('asked', 'assigned', 'underWay', 'there', 'carTaken')
      and t.org_path ^@ any(:scopes)
    order by t.arrive_by, t.id limit 200`,
);
export const openTrips = (work: Work) => work.rows(open, {});

const mine = statement<ListedRow, object>(
  'trips.mine',
  `select ${head} from ${joined}
    where t.tenant_id = :tenant and t.driver_id = :me and t.state in ('assigned', 'underWay', 'there', 'carTaken')
      and t.org_path ^@ any(:scopes)
    order by t.arrive_by, t.id limit 100`,
);
export const tripsOfDriver = (work: Work) => work.rows(mine, {});

export interface SeenTrip extends ListedRow {
  contactName: string;
  contactPhone: string;
  handovers: ShownHandover[];
}
const seen = statement<SeenTrip, { tripId: string }>(
  'trips.seen',
  `select ${head}, t.contact_name, t.contact_phone, ${handoversOf('h.trip_id = t.id')} as handovers
     from ${joined}
    where t.tenant_id = :tenant and t.id = :tripId and t.org_path ^@ any(:scopes)`,
);
export const seenTrip = (work: Work, tripId: string) => work.first(seen, { tripId });

export interface WhereToRow {
  orgPath: string;
  state: ListedTrip['state'];
  driverId: string | null;
  address: string;
  contactName: string;
  phone: string;
}
const whereTo = statement<WhereToRow, { tripId: string }>(
  'trips.whereTo',
  `select t.org_path, t.state, t.driver_id, t.address, coalesce(nullif(t.contact_name, ''), c.name) as contact_name,
     coalesce(nullif(t.contact_phone, ''), c.phone) as phone
     from trips t join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
    where t.tenant_id = :tenant and t.id = :tripId and t.org_path ^@ any(:scopes)`,
);
export const whereToOf = (work: Work, tripId: string) => work.first(whereTo, { tripId });

const drives = statement<{ id: string }, { employeeId: string; orgPath: string }>(
  'trips.drives',
  `select e.id from employees e
     join role_grants g on g.tenant_id = e.tenant_id and g.employee_id = e.id
     join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
    where e.tenant_id = :tenant and e.id = :employeeId and e.state = 'active'
      and 'serviceOrders.see' = any(r.permissions) and :orgPath ^@ g.scope_path
    limit 1`,
);
/** Whether an employee works with orders in that place of the tree: then he can be given a trip. */
export const drivesThere = async (work: Work, employeeId: string, orgPath: string) =>
  (await work.first(drives, { employeeId, orgPath })) !== undefined;

export interface OrderFacts {
  id: string;
  customerId: string;
  vehicleId: string;
  state: string;
}
const orderFacts = statement<OrderFacts, { orderId: string }>(
  'trips.orderFacts',
  `select id, customer_id, vehicle_id, state from service_orders
    where tenant_id = :tenant and id = :orderId and org_path ^@ any(:scopes)`,
);
export const orderFactsOf = (work: Work, orderId: string) => work.first(orderFacts, { orderId });
