import type { ArrivalAppointment } from '#modules/appointments/contract.ts';
import { settingAt, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Guarantee, JobLine, RefusedBefore, ServiceOrder } from '../contract.ts';
import { discountSetting } from './discount-limits.ts';
import type { OrderRow } from './queries.ts';
import { roleKeysAt } from './queries-discounts.ts';
import { packageOfLine } from './queries-packaged.ts';

/**
 * The latest order of a vehicle whose guarantee still runs on a day at a mileage: counted from the day on which the
 * vehicle left, days or kilometres, whichever comes first (机动车维修管理规定 art. 36).
 */
const running = (vehicle: string, on: string, mileage: string) => `
  (select jsonb_build_object(
            'orderId', g.id, 'number', g.number, 'deliveredOn', d.on_date,
            'days', greatest(0, (${on} at time zone :zone)::date - d.on_date), 'fromKm', d.from_km,
            'untilOn', d.on_date + c.guarantee_days, 'untilKm', d.from_km + c.guarantee_km,
            'work', array(select l.description from job_lines l
                           where l.tenant_id = g.tenant_id and l.order_id = g.id and l.answer = 'approved'
                           order by l.position limit 50))
     from service_orders g
     join release_certificates c on c.tenant_id = g.tenant_id and c.order_id = g.id
     cross join lateral (select (g.delivered_at at time zone :zone)::date as on_date,
                                coalesce(g.delivery_mileage_km, g.mileage_km) as from_km) d
    where g.tenant_id = :tenant and g.vehicle_id = ${vehicle} and g.state = 'delivered'
      and g.delivered_at < ${on} and g.org_path ^@ any(:scopes)
      and d.on_date + c.guarantee_days >= (${on} at time zone :zone)::date
      and d.from_km + c.guarantee_km >= ${mileage}
    order by g.delivered_at desc limit 1)`;

const employeeName = (id: string) =>
  `coalesce((select e.name from employees e where e.tenant_id = o.tenant_id and e.id = ${id}), '')`;
/** Rows of a table of the order as one JSON array. */
const all = (fields: string, from: string, order: string) =>
  `coalesce((select jsonb_agg(jsonb_build_object(${fields}) order by ${order}) from ${from}
    where x.tenant_id = o.tenant_id and x.order_id = o.id), '[]')`;

/** What the price list said of a line, and whether a price of it is another. */
const listed = `(select jsonb_build_object('priceItemId', i.id, 'code', i.code, 'validFrom', i.valid_from, 'labourFen', x.listed_fen)
   from price_items i where i.tenant_id = x.tenant_id and i.id = x.price_item_id)`;
const departs = `x.job_package_id is null and (x.price_item_id is not null and x.labour_fen <> x.listed_fen or exists (
   select from jsonb_array_elements(x.parts) p where (p->>'unitFen')::int8 <> (p->>'listedFen')::int8))`;

/** What the customer did not want on the last visits and has not had done since: offered while this one is quoted. */
const refusedBefore = `coalesce((select jsonb_agg(to_jsonb(r) - 'nth' order by r.nth) from (
    select l.id as "lineId", l.description, l.refusal_reason as reason, (p.received_at at time zone :zone)::date as "onDate",
           coalesce((select i.code from price_items i where i.tenant_id = l.tenant_id and i.id = l.price_item_id), '') as code,
           l.standard_minutes as "standardMinutes", l.labour_fen as "labourFen", l.parts, l.parts_fen as "partsFen",
           row_number() over (order by p.received_at desc, l.position, l.id) as nth
      from (select id, received_at from service_orders e
             where e.tenant_id = o.tenant_id and e.vehicle_id = o.vehicle_id and e.id <> o.id
               and e.received_at <= o.received_at and e.org_path ^@ any(:scopes)
             order by e.received_at desc, e.id desc limit 3) p
      join job_lines l on l.tenant_id = o.tenant_id and l.order_id = p.id and l.answer = 'refused'
     where o.state in ('received', 'inspected', 'estimated') and not exists (
       select from service_orders n
         join job_lines d on d.tenant_id = n.tenant_id and d.order_id = n.id and d.answer = 'approved'
        where n.tenant_id = o.tenant_id and n.vehicle_id = o.vehicle_id and n.received_at > p.received_at
          and d.description = l.description)
     order by nth limit 20) r), '[]')`;

/** What the record's one statement brings besides the row; instants within JSON are PostgreSQL's text. */
export interface RecordRow extends OrderRow {
  plate: string;
  plateColour: ServiceOrder['plateColour'];
  vin: string;
  model: string;
  vehicleType: string;
  lastMileageKm: number | null;
  lastMileageOn: string | null;
  customerName: string;
  customerPhone: string;
  customerWishes: string;
  customerAddress: string;
  advisorName: string;
  technicianName: string;
  earlierNumber: string | null;
  guarantee: Guarantee | null;
  lines: JobLine[];
  refusedBefore: RefusedBefore[];
  /** The latest first. */
  discounts: (Omit<ServiceOrder['discounts'][number], 'mayDecide'> & { askedBy: string })[];
  discountLimits: unknown;
  myRoleKeys: string[];
  inspections: ServiceOrder['inspections'];
  certificate: ServiceOrder['certificate'];
  payments: ServiceOrder['payments'];
  papers: ServiceOrder['papers'];
  history: ServiceOrder['history'];
}

const record = statement<RecordRow, { orderId: string; zone: string }>(
  'serviceOrders.record',
  `select o.*, v.plate, v.plate_colour, v.vin, v.model, v.vehicle_type, v.mileage_km as last_mileage_km,
     v.mileage_on as last_mileage_on, c.name as customer_name, c.phone as customer_phone,
     c.wishes as customer_wishes, c.address as customer_address,
     ${employeeName('o.advisor_id')} as advisor_name, ${employeeName('o.technician_id')} as technician_name,
     (select b.number from service_orders b where b.tenant_id = o.tenant_id and b.id = o.earlier_order_id)
       as earlier_number,
     ${running('o.vehicle_id', 'o.received_at', 'o.mileage_km')} as guarantee,
     ${all(
       `'id', x.id, 'position', x.position, 'origin', x.origin, 'description', x.description, 'finding', x.finding,
        'standardMinutes', x.standard_minutes, 'labourFen', x.labour_fen, 'parts', x.parts, 'partsFen', x.parts_fen,
        'payer', x.payer, 'listed', ${listed}, 'jobPackage', ${packageOfLine('x')}, 'departs', ${departs}, 'isAskedAgain', x.asked_again_at is not null,
        'answer', x.answer, 'answerHow', x.answer_how, 'answeredBy', x.answered_by,
        'answerNote', x.answer_note, 'answeredAt', x.answered_at, 'recordedByName', ${employeeName('x.recorded_by')},
        'refusalReason', x.refusal_reason, 'proposedByName', ${employeeName('x.created_by')}, 'doneAt', x.done_at,
        'doneByName', ${employeeName('x.done_by')}, 'outside', x.outside`,
       'job_lines x',
       'x.position, x.id',
     )} as lines,
     ${refusedBefore} as refused_before,
     ${all(
       `'id', x.id, 'amountFen', x.amount_fen, 'baseFen', x.base_fen, 'reason', x.reason, 'state', x.state,
        'askedBy', x.asked_by, 'askedByName', ${employeeName('x.asked_by')}, 'askedAt', x.created_at,
        'decidedByName', ${employeeName('x.decided_by')}, 'decidedAt', x.decided_at, 'decision', x.decision`,
       'order_discounts x',
       'x.created_at desc, x.id desc',
     )} as discounts,
     ${settingAt(discountSetting, 'o.org_path')} as discount_limits,
     ${roleKeysAt(':me', 'o.org_path')} as my_role_keys,
     ${all(
       `'gate', x.gate, 'passed', x.passed, 'methods', x.methods, 'findings', x.findings, 'grade', x.grade,
        'note', x.note, 'inspectorName', ${employeeName('x.inspector_id')}, 'at', x.at`,
       'inspections x',
       'x.at, x.id',
     )} as inspections,
     (select jsonb_build_object('number', x.number, 'guaranteeKm', x.guarantee_km, 'guaranteeDays', x.guarantee_days,
               'inspectorName', ${employeeName('x.inspector_id')}, 'issuedAt', x.issued_at)
        from release_certificates x where x.tenant_id = o.tenant_id and x.order_id = o.id
       order by x.issued_at desc limit 1) as certificate,
     ${all(
       `'method', x.method, 'amountFen', x.amount_fen, 'note', x.note, 'takenByName', ${employeeName('x.taken_by')},
        'at', x.at`,
       'payments x',
       'x.at, x.id',
     )} as payments,
     ${all(
       `'fileId', x.file_id, 'fileName', f.file_name, 'contentType', coalesce(f.content_type, ''), 'kind', x.kind,
        'caption', x.caption, 'at', x.at`,
       'order_papers x join files f on f.tenant_id = x.tenant_id and f.id = x.file_id',
       'x.at, x.file_id',
     )} as papers,
     ${all(
       `'step', x.step, 'fromState', x.from_state, 'toState', x.to_state, 'note', x.note,
        'byName', ${employeeName('x.taken_by')}, 'at', x.at`,
       'order_steps x',
       'x.order_version',
     )} as history
   from service_orders o
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
  where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** The whole order in one statement. */
export const recordOf = (work: Work, orderId: string) =>
  work.first(record, { orderId, zone: zoneOfTenant });

export interface ArrivalRow {
  vehicleId: string;
  plate: string;
  plateColour: ServiceOrder['plateColour'];
  model: string;
  lastMileageKm: number | null;
  lastMileageOn: string | null;
  customer: { id: string; name: string; phone: string; wishes: string } | null;
  openOrder: { id: string; number: string } | null;
  guarantee: Guarantee | null;
  appointment: ArrivalAppointment | null;
  refused: { description: string; reason: string }[];
}
/** The car's appointment of today, also one that was made for its plate before it was on file. */
const appointmentToday = `(select jsonb_build_object('id', a.id, 'state', a.state, 'kind', a.kind, 'wish', a.wish,
       'startsAt', a.starts_at, 'endsAt', a.ends_at, 'parts', a.parts,
       'bayName', coalesce((select b.name from bays b where b.tenant_id = a.tenant_id and b.id = a.bay_id), ''),
       'advisorName', coalesce((select e.name from employees e
                                  where e.tenant_id = a.tenant_id and e.id = a.advisor_id), ''))
     from (select * from appointments p where p.tenant_id = v.tenant_id and p.vehicle_id = v.id
           union all
           select * from appointments p where p.tenant_id = v.tenant_id and p.vehicle_id is null and v.plate <> ''
             and p.plate = v.plate) a
    where a.org_path ^@ any(:scopes) and a.state in ('asked', 'booked', 'confirmed', 'arrived', 'noShow')
      and a.starts_at >= date_trunc('day', :now::timestamptz at time zone :zone) at time zone :zone
      and a.starts_at < (date_trunc('day', :now::timestamptz at time zone :zone) + interval '1 day') at time zone :zone
    order by a.starts_at, a.id limit 1)`;

const arrival = statement<
  ArrivalRow,
  { vehicleId: string; mileageKm: number | null; zone: string }
>(
  'serviceOrders.arrival',
  `select v.id as vehicle_id, v.plate, v.plate_colour, v.model, v.mileage_km as last_mileage_km,
     v.mileage_on as last_mileage_on,
     (select jsonb_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'wishes', c.wishes)
        from customers c where c.tenant_id = v.tenant_id and c.id = v.owner_id
         and c.org_path ^@ any(:scopes)) as customer,
     (select jsonb_build_object('id', o.id, 'number', o.number) from service_orders o
       where o.tenant_id = v.tenant_id and o.vehicle_id = v.id and o.org_path ^@ any(:scopes)
         and o.state not in ('delivered', 'leftUnrepaired', 'cancelled') limit 1) as open_order,
     ${running('v.id', ':now', 'coalesce(:mileageKm::integer, v.mileage_km, 0)')} as guarantee,
     ${appointmentToday} as appointment,
     coalesce((select jsonb_agg(jsonb_build_object('description', l.description, 'reason', l.refusal_reason))
        from (select id from service_orders p where p.tenant_id = v.tenant_id and p.vehicle_id = v.id
                 and p.org_path ^@ any(:scopes)
               order by p.received_at desc, p.id desc limit 3) p
        join job_lines l on l.tenant_id = v.tenant_id and l.order_id = p.id and l.answer = 'refused'), '[]') as refused
   from vehicles v where v.tenant_id = :tenant and v.id = :vehicleId and v.org_path ^@ any(:scopes)`,
);
export const arrivalOf = (work: Work, vehicleId: string, mileageKm: number | undefined) =>
  work.first(arrival, { vehicleId, mileageKm: mileageKm ?? null, zone: zoneOfTenant });
