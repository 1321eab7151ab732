import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { FleetCar } from '../contract.ts';
import { iso } from './sql-parts.ts';

const inHouse = `o.tenant_id = :tenant and o.org_path ^@ any(:scopes)
  and o.state not in ('delivered', 'leftUnrepaired', 'cancelled')`;
/** Cars that are due within this many days are counted as due: a month is what a fleet plans ahead. */
const dueDays = 30;
const today = `(select (:now::timestamptz at time zone time_zone)::date from tenants where id = :tenant)`;

export interface FleetRow {
  car: FleetCar;
  dueText: string;
}
const page = statement<
  FleetRow,
  { customerId: string; afterDue: string | null; afterId: string | null; size: number }
>(
  'archive.fleetPage',
  `select jsonb_build_object('id', v.id, 'plate', v.plate, 'plateColour', v.plate_colour, 'model', v.model,
            'mileageKm', v.mileage_km, 'lastVisitOn', v.last_visit_on, 'nextDueOn', v.next_due_on,
            'nextDueKm', v.next_due_km,
            'contacts', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'role', k.role, 'name', k.name)
                order by k.role, k.id), '[]') from (select * from contacts k where k.tenant_id = :tenant
                and k.vehicle_id = v.id and k.customer_id = :customerId order by k.id limit 5) k),
            'order', (select jsonb_build_object('id', o.id, 'number', o.number, 'state', o.state,
                'promisedAt', ${iso('o.promised_at')}) from service_orders o
               where ${inHouse} and o.vehicle_id = v.id limit 1),
            'promises', p.rows, 'promiseDueAt', ${iso('p.due_at')}) as car,
          v.due::text as due_text
     from (select v.*, coalesce(v.next_due_on, 'infinity'::date) as due from vehicles v
            where v.tenant_id = :tenant and v.owner_id = :customerId and v.org_path ^@ any(:scopes)) v
     cross join lateral (
       select count(*) as rows, min(c.due_at) as due_at from commitments c
        where c.tenant_id = :tenant and c.state in ('open', 'paused', 'broken') and c.settled_at is null
          and c.org_path ^@ any(:scopes) and (c.about_type, c.about_id) in (
            select 'vehicle', v.id
            union all select 'serviceOrder', o.id from service_orders o where ${inHouse} and o.vehicle_id = v.id)) p
    where :afterDue::date is null or (v.due, v.id) > (:afterDue::date, :afterId::uuid)
    order by v.due, v.id limit :size`,
);
/** The cars of a customer, the one due first; those without a day last. */
export const pageOfFleet = (
  work: Work,
  customerId: string,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(page, {
    customerId,
    afterDue: after === null ? null : String(after[0]),
    afterId: after === null ? null : String(after[1]),
    size,
  });

const totals = statement<
  { vehicles: number; due: number; inHouse: number },
  { customerId: string }
>(
  'archive.fleetTotals',
  `select count(*) as vehicles,
          count(*) filter (where v.next_due_on <= ${today} + ${dueDays}) as due,
          count(*) filter (where exists (select from service_orders o where ${inHouse} and o.vehicle_id = v.id))
            as in_house
     from vehicles v
    where v.tenant_id = :tenant and v.owner_id = :customerId and v.org_path ^@ any(:scopes)`,
);
export const fleetTotals = async (work: Work, customerId: string) =>
  (await work.first(totals, { customerId }))!;
