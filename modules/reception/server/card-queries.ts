import { ofFormerOwner } from '#modules/vehicles/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { PlateCard } from '../contract.ts';
import { iso, openStates, todayFrom } from './sql-parts.ts';

/** What the asker may see besides the car itself. */
export interface Sees {
  seesCustomers: boolean;
  seesOrders: boolean;
  seesComplaints: boolean;
  seesFollowUps: boolean;
}

/** Visits and what was refused are read from so many orders back. */
const ordersRead = 12;

const inScope = (table: string) =>
  `${table}.tenant_id = :tenant and ${table}.org_path ^@ any(:scopes)`;
const listOf = (object: string, order: string, from: string) =>
  `(select coalesce(jsonb_agg(${object} order by ${order}), '[]') from ${from})`;
const employeeName = (column: string) =>
  `(select e.name from employees e where e.tenant_id = :tenant and e.id = ${column})`;

const vehicle = `jsonb_build_object('id', car.id, 'plate', car.plate, 'plateColour', car.plate_colour,
    'vin', car.vin, 'vinWarning', car.vin_warning, 'model', car.model, 'vehicleType', car.vehicle_type,
    'mileageKm', car.mileage_km, 'mileageOn', car.mileage_on, 'lastVisitOn', car.last_visit_on,
    'historyNote', car.history_note, 'remark', car.remark,
    'nextDueOn', car.next_due_on, 'nextDueKm', car.next_due_km, 'maintenanceItems', car.maintenance_items, 'intervalMonths', car.interval_months,
    'intervalKm', car.interval_km)`;

const contacts = listOf(
  `jsonb_build_object('id', k.id, 'role', k.role, 'name', k.name, 'phone', k.phone, 'note', k.note)`,
  'k.id',
  `(select * from contacts k where k.tenant_id = :tenant and k.customer_id = owner.id
      and (k.vehicle_id is null or k.vehicle_id = car.id) order by k.id limit 10) k`,
);
const customer = `(select jsonb_build_object('id', owner.id, 'kind', owner.kind, 'name', owner.name,
      'salutation', owner.salutation, 'phone', owner.phone, 'address', owner.address, 'firstSeenOn', owner.first_seen_on, 'wishes', owner.wishes,
      'doNotMention', owner.do_not_mention, 'contacts', ${contacts}) from owner)`;

const openOrder = `(select jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
      'waitingFor', o.waiting_for, 'stateSince', ${iso('o.state_since')}, 'customerWords', o.customer_words,
      'advisorName', ${employeeName('o.advisor_id')}, 'promisedAt', ${iso('o.promised_at')},
      'receivedAt', ${iso('o.received_at')})
   from recent o where o.state in ${openStates} order by o.received_at desc, o.id desc limit 1)`;

/** The car's appointment of today, also one that was made for its plate before it was on file. */
const appointment = `(select jsonb_build_object('id', a.id, 'state', a.state, 'kind', a.kind, 'wish', a.wish,
      'startsAt', ${iso('a.starts_at')}, 'endsAt', ${iso('a.ends_at')}, 'parts', a.parts,
      'bayName', coalesce((select b.name from bays b where b.tenant_id = :tenant and b.id = a.bay_id), ''),
      'advisorName', coalesce(${employeeName('a.advisor_id')}, ''))
   from (select p.* from car join appointments p on p.tenant_id = :tenant and p.vehicle_id = car.id
         union all
         select p.* from car join appointments p on p.tenant_id = :tenant and p.vehicle_id is null
            and p.plate = car.plate and car.plate <> '') a
  where a.org_path ^@ any(:scopes) and :seesOrders and a.state in ('asked', 'booked', 'confirmed', 'arrived', 'noShow')
    and a.starts_at >= ${todayFrom} and a.starts_at < ${todayFrom} + interval '24 hours'
  order by a.starts_at, a.id limit 1)`;

const jobs = listOf(
  `jsonb_build_object('description', j.description, 'origin', j.origin)`,
  'j.position',
  `(select * from job_lines j where j.tenant_id = :tenant and j.order_id = o.id and j.answer = 'approved'
     order by j.position limit 20) j`,
);
const visits = listOf(
  `jsonb_build_object('id', o.id, 'number', o.number, 'kind', o.kind, 'state', o.state,
     'receivedAt', ${iso('o.received_at')}, 'deliveredAt', ${iso('o.delivered_at')}, 'mileageKm', o.mileage_km,
     'customerWords', case when o.is_former then '' else o.customer_words end,
     'settledFen', case when o.is_former then null else o.settled_fen end, 'jobs', ${jobs})`,
  'o.received_at desc, o.id desc',
  `(select * from recent where state in ('delivered', 'leftUnrepaired')
     order by received_at desc, id desc limit 5) o`,
);
const visitCount = `(select count(*) from (select 1 from service_orders o, car
   where ${inScope('o')} and o.vehicle_id = car.id and :seesOrders
     and o.state in ('delivered', 'leftUnrepaired') limit 1000) counted)`;

/** Refused, and not agreed to at a later visit. */
const refused = listOf(
  `jsonb_build_object('orderId', r.order_id, 'orderNumber', r.number, 'description', r.description,
     'reason', case when r.is_former then '' else r.refusal_reason end,
     'amountFen', case when r.is_former then null else r.labour_fen + r.parts_fen end, 'answeredAt', ${iso('r.answered_at')})`,
  'r.received_at desc, r.position',
  `(select j.*, o.number, o.received_at, o.is_former from recent o
      join job_lines j on j.tenant_id = :tenant and j.order_id = o.id
     where j.answer = 'refused' and not exists (
       select 1 from recent later join job_lines again on again.tenant_id = :tenant and again.order_id = later.id
        where later.received_at > o.received_at and again.description = j.description and again.answer = 'approved')
     order by o.received_at desc, j.position limit 10) r`,
);

/** Days or kilometres after the certificate, whichever is first reached (机动车维修管理规定 art. 36). */
const guarantees = listOf(
  `jsonb_build_object('orderId', g.order_id, 'orderNumber', g.order_number, 'certificate', g.number,
     'days', g.days, 'work', g.work, 'untilOn', g.until_on, 'untilKm', g.until_km)`,
  'g.until_on desc, g.order_id',
  `(select cert.order_id, o.number as order_number, cert.number,
           greatest(0, (:now::timestamptz at time zone t.time_zone)::date - (o.delivered_at at time zone t.time_zone)::date) as days,
           array(select l.description from job_lines l
                  where l.tenant_id = :tenant and l.order_id = o.id and l.answer = 'approved'
                  order by l.position limit 20) as work,
           (cert.issued_at at time zone t.time_zone)::date + cert.guarantee_days as until_on,
           coalesce(o.delivery_mileage_km, o.mileage_km) + cert.guarantee_km as until_km
      from recent o
      join release_certificates cert on cert.tenant_id = :tenant and cert.order_id = o.id
      join tenants t on t.id = :tenant
     where o.state = 'delivered') g
    where g.until_on >= (select (:now::timestamptz at time zone time_zone)::date from tenants where id = :tenant)
      and g.until_km > coalesce(car.mileage_km, 0)`,
);

const promises = listOf(
  `jsonb_build_object('id', p.id, 'rule', p.rule, 'aboutType', p.about_type, 'aboutId', p.about_id,
     'ownerName', ${employeeName('p.owner_id')}, 'dueAt', ${iso('p.due_at')}, 'warnAt', ${iso('p.warn_at')},
     'state', p.state, 'sum', p.sum)`,
  'p.due_at, p.id',
  `(select c.* from subjects s
      join commitments c on c.tenant_id = :tenant and c.about_type = s.type and c.about_id = s.id
     where ${inScope('c')} and c.state in ('open', 'paused', 'broken') and c.settled_at is null order by c.due_at, c.id limit 20) p`,
);
const matters = listOf(
  `jsonb_build_object('id', m.id, 'kind', m.kind, 'content', m.content, 'state', m.state,
     'createdAt', ${iso('m.created_at')})`,
  'm.created_at desc, m.id desc',
  'open_matters m',
);
const lastComplaint = `(select jsonb_build_object('id', x.id, 'number', x.number, 'kind', x.kind, 'state', x.state,
   'receivedAt', ${iso('x.received_at')}) from last_complaint x)`;
const followUps = listOf(
  `jsonb_build_object('id', f.id, 'rule', f.rule, 'earliestOn', f.earliest_on, 'latestOn', f.latest_on)`,
  'f.latest_on, f.id',
  'planned f',
);

const complaintBy = (column: string, value: string) => `(select * from complaints x
    where ${inScope('x')} and x.${column} = ${value} and :seesComplaints order by x.received_at desc limit 1)`;

/** The whole card in one statement; `condition` picks the car. */
const cardSql = (condition: string) => `with car as materialized (
    select v.* from vehicles v where ${inScope('v')} and ${condition}
     order by (v.org_unit_id = :unitId::uuid) desc, v.last_visit_on desc nulls last, v.id limit 1
  ), owner as materialized (
    select c.* from customers c join car on c.id = car.owner_id where ${inScope('c')} and :seesCustomers
  ), recent as materialized (
    select o.*, ${ofFormerOwner('o', 'car.owner_id')} as is_former from car cross join lateral (
      select * from service_orders o where ${inScope('o')} and o.vehicle_id = car.id and :seesOrders
       order by o.received_at desc, o.id desc limit ${ordersRead}) o
  ), last_complaint as materialized (
    select x.* from car cross join lateral (
      ${complaintBy('vehicle_id', 'car.id')} union all ${complaintBy('customer_id', 'car.owner_id')}) x
     where not ${ofFormerOwner('x', 'car.owner_id')}
     order by x.received_at desc limit 1
  ), open_matters as materialized (
    select m.* from car cross join lateral (
      select * from matters m where ${inScope('m')} and m.customer_id = car.owner_id and :seesFollowUps
         and m.state in ('open', 'escalated', 'solved') order by m.created_at desc limit 10) m
  ), planned as materialized (
    select f.* from car cross join lateral (
      select * from follow_ups f where ${inScope('f')} and f.customer_id = car.owner_id and :seesFollowUps
         and f.state = 'planned' and (f.vehicle_id is null or f.vehicle_id = car.id)
       order by f.earliest_on desc limit 5) f
  ), subjects (type, id) as (
    select 'vehicle', id from car
    union all select 'customer', id from owner
    union all select 'serviceOrder', id from recent
    union all select 'complaint', id from last_complaint
    union all select 'matter', id from open_matters
    union all select 'followUp', id from planned
  )
  select ${vehicle} as vehicle, ${customer} as customer, ${appointment} as appointment, ${openOrder} as open_order, ${visits} as visits,
         ${visitCount} as visit_count, ${refused} as refused, ${guarantees} as guarantees,
         ${promises} as promises, ${matters} as matters, ${lastComplaint} as last_complaint,
         ${followUps} as follow_ups
    from car`;

type VehicleOfCard = PlateCard['vehicle'];
type CustomerOfCard = NonNullable<PlateCard['customer']>;
/** Beside what is shown, what the archive is judged by. */
interface StoredVehicle extends VehicleOfCard {
  maintenanceItems: string;
  intervalMonths: number | null;
  intervalKm: number | null;
}
interface StoredCustomer extends CustomerOfCard {
  address: string;
  firstSeenOn: string;
}
export interface CardRow extends Omit<PlateCard, 'vehicle' | 'customer' | 'missing'> {
  vehicle: StoredVehicle;
  customer: StoredCustomer | null;
}

const byId = statement<CardRow, Sees & { vehicleId: string; unitId: string }>(
  'reception.cardOfVehicle',
  cardSql('v.id = :vehicleId'),
  { isPlannedOnce: true },
);
const byPlate = statement<CardRow, Sees & { plate: string; unitId: string }>(
  'reception.cardOfPlate',
  cardSql(`v.id in (
    select id from vehicles where tenant_id = :tenant and plate = :plate
    union all select f.vehicle_id from former_plates f where f.tenant_id = :tenant and f.plate = :plate
       and not exists (select from vehicles b where b.tenant_id = :tenant and b.plate = :plate))`),
  { isPlannedOnce: true },
);

export const cardById = (work: Work, vehicleId: string, sees: Sees) =>
  work.first(byId, { vehicleId, unitId: work.actor.unitId, ...sees });

/** The same plate may be on record in several shops: one's own first, then where the car was last. */
export const cardByPlate = (work: Work, plate: string, sees: Sees) =>
  work.first(byPlate, { plate, unitId: work.actor.unitId, ...sees });
