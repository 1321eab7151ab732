import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Desk } from '../contract.ts';
import { iso, openStates, todayFrom } from './sql-parts.ts';

const mostCars = 100;
const mostPromises = 30;

const employeeName = (column: string) =>
  `(select e.name from employees e where e.tenant_id = :tenant and e.id = ${column})`;

const cars = `(select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
      'waitingFor', o.waiting_for, 'stateSince', ${iso('o.state_since')}, 'vehicleId', o.vehicle_id,
      'plate', v.plate, 'plateColour', v.plate_colour, 'model', v.model, 'customerName', c.name,
      'advisorName', ${employeeName('o.advisor_id')}, 'promisedAt', ${iso('o.promised_at')},
      'receivedAt', ${iso('o.received_at')}) order by o.received_at desc, o.id desc), '[]')
    from (select * from in_shop order by received_at desc, id desc limit ${mostCars}) o
    join vehicles v on v.tenant_id = :tenant and v.id = o.vehicle_id
    left join customers c on c.tenant_id = :tenant and c.id = o.customer_id and :seesCustomers)`;

/** Whose promise it is, said in a word: the customer, else the order. */
const promises = `(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'rule', p.rule,
      'aboutType', p.about_type, 'aboutId', p.about_id, 'ownerName', ${employeeName('p.owner_id')},
      'dueAt', ${iso('p.due_at')}, 'warnAt', ${iso('p.warn_at')}, 'state', p.state, 'sum', p.sum,
      'vehicleId', coalesce(o.vehicle_id, v.id),
      'plate', nullif(coalesce(ov.plate, v.plate), ''),
      'subject', coalesce(c.name, o.number, ''))
      order by p.due_at, p.id), '[]')
    from (select * from commitments where tenant_id = :tenant and org_path ^@ any(:scopes)
             and (state in ('open', 'paused') or (state = 'broken' and settled_at is null))
             and about_type = any(:shownTypes) and coalesce(warn_at, due_at) <= :now::timestamptz
           order by due_at, id limit ${mostPromises}) p
    left join service_orders o on o.tenant_id = :tenant and p.about_type = 'serviceOrder' and o.id = p.about_id
    left join vehicles ov on ov.tenant_id = :tenant and ov.id = o.vehicle_id
    left join vehicles v on v.tenant_id = :tenant and p.about_type = 'vehicle' and v.id = p.about_id
    cross join lateral (select coalesce(o.customer_id, v.owner_id,
      case when p.about_type = 'customer' then p.about_id end) as customer_id offset 0) whose
    left join customers c on c.tenant_id = :tenant and :seesCustomers and c.id = whose.customer_id)`;

const mostWaiting = 50;
const shownOf = `jsonb_build_object('id', a.id, 'state', a.state, 'way', a.way, 'kind', a.kind,
      'name', case when c.id is not null then c.name when a.customer_id is null and :seesCustomers then a.name else '' end,
      'plate', coalesce(v.plate, a.plate), 'vehicleId', a.vehicle_id, 'wish', a.wish, 'startsAt', ${iso('a.starts_at')},
      'arrivedAt', ${iso('a.arrived_at')}, 'takenByName', coalesce(${employeeName('a.taken_by')}, ''),
      'advisorName', coalesce(${employeeName('a.advisor_id')}, ''), 'version', a.version)`;
const withWhom = `left join vehicles v on v.tenant_id = :tenant and v.id = a.vehicle_id
    left join customers c on c.tenant_id = :tenant and c.id = a.customer_id and :seesCustomers`;
/** Who came today and waits to be received, the longest first; who was here yesterday has left. */
const waiting = `(select coalesce(jsonb_agg(${shownOf} order by a.arrived_at, a.id), '[]')
    from (select * from appointments where tenant_id = :tenant and org_path ^@ any(:scopes) and state = 'arrived'
             and arrived_at >= ${todayFrom} order by arrived_at, id limit ${mostWaiting}) a ${withWhom})`;
const expected = `(select coalesce(jsonb_agg(${shownOf} order by a.starts_at, a.id), '[]')
    from (select * from appointments where tenant_id = :tenant and org_path ^@ any(:scopes)
             and state in ('asked', 'booked', 'confirmed', 'noShow') and starts_at >= ${todayFrom}
             and starts_at < ${todayFrom} + interval '24 hours'
           order by starts_at, id limit ${mostWaiting}) a ${withWhom})`;

const deskStatement = statement<Desk, { seesCustomers: boolean; shownTypes: readonly string[] }>(
  'reception.desk',
  `with in_shop as materialized (
     select * from service_orders
      where tenant_id = :tenant and org_path ^@ any(:scopes) and state in ${openStates}
        and state not in ('delivered', 'leftUnrepaired', 'cancelled')
   )
   select ${cars} as cars, (select count(*) from in_shop) as car_count, ${promises} as promises,
     ${waiting} as waiting, ${expected} as expected`,
);

export const deskOf = async (
  work: Work,
  given: { seesCustomers: boolean; shownTypes: readonly string[] },
): Promise<Desk> => (await work.first(deskStatement, given))!;
