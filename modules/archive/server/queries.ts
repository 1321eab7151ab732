import { type Wall, wallJson } from '#modules/complaints/server/index.ts';
import type { ArchiveVehicle } from '#modules/customers/server/index.ts';
import { ofFormerOwner } from '#modules/vehicles/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Archive } from '../contract.ts';
import { onceHadVehicle, vehicleFacts } from './queries-lists.ts';
import { iso, visitJson, visitRows } from './sql-parts.ts';

/** As it was read, with what decides whether its reader stands before the wall of complaints. */
export type Walled<Row> = Row & { wall: Wall | null };
export interface Joined
  extends Omit<
    Archive,
    'customer' | 'completeness' | 'timeline' | 'cards' | 'complaints' | 'promises'
  > {
  onceHadVehicle: boolean;
  complaints: Walled<Omit<Archive['complaints'][number], 'isWalled'>>[];
  promises: Walled<Archive['promises'][number]>[];
}

const agg = (json: string, order: string, from: string) =>
  `(select coalesce(jsonb_agg(${json} order by ${order}), '[]') from (${from}) o)`;

const cars = agg(
  `jsonb_build_object('id', o.id, 'plate', o.plate, 'plateColour', o.plate_colour, 'model', o.model, 'vin', o.vin,
      'vinWarning', o.vin_warning, 'vehicleType', o.vehicle_type, 'mileageKm', o.mileage_km, 'mileageOn', o.mileage_on,
      'firstRegisteredOn', o.first_registered_on, 'maintenanceItems', o.maintenance_items,
      'intervalMonths', o.interval_months, 'intervalKm', o.interval_km, 'nextDueOn', o.next_due_on,
      'nextDueKm', o.next_due_km, 'nextDueWhy', o.next_due_why, 'lastVisitOn', o.last_visit_on,
      'historyNote', o.history_note)`,
  'o.last_visit_on desc nulls last, o.id desc',
  `select * from vehicles v where v.tenant_id = :tenant and v.owner_id = :customerId::uuid and v.org_path ^@ any(:scopes)
    order by v.last_visit_on desc nulls last, v.id desc limit 100`,
);
const visits = agg(
  visitJson,
  'o.received_at desc, o.id desc',
  `${visitRows} and o.customer_id = :customerId order by o.received_at desc, o.id desc limit 20`,
);
const complaints = agg(
  `jsonb_build_object('id', o.id, 'number', o.number, 'kind', o.kind, 'state', o.state, 'content', o.content,
      'receivedAt', ${iso('o.received_at')}, 'closedAt', ${iso('o.closed_at')}, 'wall', ${wallJson('o')})`,
  'o.received_at desc',
  `select * from complaints where tenant_id = :tenant and customer_id = :customerId
      and org_path ^@ any(:scopes) order by received_at desc limit 20`,
);
const calls = agg(
  `jsonb_build_object('id', o.id, 'at', ${iso('o.at')}, 'direction', o.direction, 'result', o.result,
      'mainPoints', o.main_points, 'satisfaction', o.satisfaction, 'byName', o.by_name)`,
  'o.at desc, o.id desc',
  `select k.*, e.name as by_name from follow_up_calls k
     left join employees e on e.tenant_id = k.tenant_id and e.id = k.by_id
    where k.tenant_id = :tenant and k.customer_id = :customerId and k.org_path ^@ any(:scopes)
    order by k.at desc, k.id desc limit 20`,
);
const followUps = agg(
  `jsonb_build_object('id', o.id, 'rule', o.rule, 'orderId', o.order_id, 'earliestOn', o.earliest_on,
      'latestOn', o.latest_on)`,
  'o.earliest_on, o.id',
  `select * from follow_ups where tenant_id = :tenant and customer_id = :customerId
      and state = 'planned' and org_path ^@ any(:scopes) order by earliest_on, id limit 20`,
);
const matters = agg(
  `jsonb_build_object('id', o.id, 'kind', o.kind, 'state', o.state, 'content', o.content,
      'ownerName', o.owner_name, 'createdAt', ${iso('o.created_at')})`,
  'o.created_at desc, o.id',
  `select m.*, e.name as owner_name from matters m
     left join employees e on e.tenant_id = m.tenant_id and e.id = m.owner_id
    where m.tenant_id = :tenant and m.customer_id = :customerId and m.org_path ^@ any(:scopes)
      and m.state in ('open', 'escalated', 'solved') order by m.created_at desc, m.id limit 20`,
);
const promiseJson = `jsonb_build_object('id', o.id, 'rule', o.rule, 'aboutType', o.about_type, 'aboutId', o.about_id,
      'subject', o.subject, 'ownerName', o.owner_name, 'startedAt', ${iso('o.started_at')},
      'warnAt', ${iso('o.warn_at')}, 'dueAt', ${iso('o.due_at')}, 'state', o.state, 'sum', o.sum,
      'wall', (select ${wallJson('c')} from complaints c
                where o.about_type = 'complaint' and c.tenant_id = :tenant and c.id = o.about_id))`;
/** What is promised about some things and not settled, the most pressing first, as JSON; `things` tell type and id. */
export const openPromises = (things: string) =>
  agg(
    promiseJson,
    'o.due_at, o.id',
    `select p.*, e.name as owner_name from (${things}) s
     join commitments p on p.tenant_id = :tenant and p.about_type = s.type and p.about_id = s.id
     left join employees e on e.tenant_id = p.tenant_id and e.id = p.owner_id
    where p.state in ('open', 'paused', 'broken') and p.settled_at is null and p.org_path ^@ any(:scopes)
    order by p.due_at, p.id limit 20`,
  );
/** About him, his visits, complaints, calls and matters. */
const promises = openPromises(`
       select 'customer' as type, :customerId::uuid as id
       union all select 'serviceOrder', id from service_orders
         where tenant_id = :tenant and customer_id = :customerId
       union all select 'complaint', id from complaints
         where tenant_id = :tenant and customer_id = :customerId
       union all select 'followUp', id from follow_ups
         where tenant_id = :tenant and customer_id = :customerId
       union all select 'matter', id from matters
         where tenant_id = :tenant and customer_id = :customerId`);

const joined = statement<Joined, { customerId: string }>(
  'archive.joined',
  `select ${cars} as vehicles, ${visits} as visits, ${complaints} as complaints, ${calls} as calls,
          ${followUps} as follow_ups, ${matters} as matters, ${promises} as promises,
          exists (select from vehicle_owners h where h.tenant_id = :tenant and h.customer_id = :customerId)
            as once_had_vehicle`,
);
/** Everything on file besides the customer's own record. */
export const joinedOf = async (work: Work, customerId: string) =>
  (await work.first(joined, { customerId }))!;

export interface JudgedRow {
  id: string;
  orgUnitId: string;
  orgPath: string;
  name: string;
  phone: string;
  address: string;
  wishes: string;
  firstSeenOn: string;
  createdAt: Date;
  createdBy: string | null;
  carCreatedBy: string | null;
  facts: ArchiveVehicle[];
  onceHadVehicle: boolean;
}
const judged = statement<JudgedRow, { customerId: string }>(
  'archive.judged',
  `select c.id, c.org_unit_id, c.org_path, c.name, c.phone, c.address, c.wishes, c.first_seen_on,
          c.created_at, c.created_by, ${vehicleFacts()} as facts, ${onceHadVehicle} as once_had_vehicle,
          (select v.created_by from vehicles v where v.tenant_id = :tenant and v.owner_id = c.id
            order by v.id desc limit 1) as car_created_by
     from customers c where c.tenant_id = :tenant and c.id = :customerId and c.merged_into_id is null`,
);
/** What completeness is judged by, whoever asks: the house itself does. */
export const judgedOf = (work: Work, customerId: string) => work.first(judged, { customerId });

const visitsPage = statement<
  { visit: Archive['visits'][number]; receivedText: string; isFormer: boolean },
  { vehicleId: string; afterAt: string | null; afterId: string | null; size: number }
>(
  'archive.visitsOfVehicle',
  `select ${visitJson} as visit, ${iso('o.received_at')} as received_text,
          ${ofFormerOwner('o', '(select v.owner_id from vehicles v where v.tenant_id = :tenant and v.id = :vehicleId)')} as is_former
     from (
     ${visitRows} and o.vehicle_id = :vehicleId
       and (:afterAt::timestamptz is null or (o.received_at, o.id) < (:afterAt::timestamptz, :afterId::uuid))
     order by o.received_at desc, o.id desc limit :size) o
    order by o.received_at desc, o.id desc`,
);
export const visitsOfVehicle = (
  work: Work,
  vehicleId: string,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(visitsPage, {
    vehicleId,
    afterAt: after === null ? null : String(after[0]),
    afterId: after === null ? null : String(after[1]),
    size,
  });
