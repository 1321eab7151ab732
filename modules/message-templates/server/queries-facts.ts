import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

/** What is on file of a customer, as far as a template may speak of it. */
export interface FactsRow {
  name: string;
  kind: string;
  salutation: string;
  orgPath: string;
  shop: string;
  shopPhone: string;
  vehicles: number;
  vehicleId: string | null;
  plate: string | null;
  model: string | null;
  nextDueOn: string | null;
  appointmentAt: Date | null;
  orderId: string | null;
  orderNumber: string | null;
  promisedAt: Date | null;
  amountFen: number | null;
  advisor: string | null;
}

// The car is the one that was named; else the one that is here, the one that is booked, his only one.
const facts = statement<FactsRow, { customerId: string; vehicleId: string | null }>(
  'messageTemplates.facts',
  `select c.name, c.kind, c.salutation, c.org_path, u.name as shop, u.phone as shop_phone,
          his.many as vehicles, v.id as vehicle_id, v.plate, v.model, v.next_due_on,
          a.starts_at as appointment_at, o.id as order_id, o.number as order_number, o.promised_at, o.amount_fen,
          e.name as advisor
     from customers c
     join org_units u on u.tenant_id = c.tenant_id and u.id = c.org_unit_id
     left join lateral (
       select x.id, x.number, x.promised_at, coalesce(x.settled_fen, x.approved_fen) as amount_fen, x.vehicle_id, x.advisor_id
         from service_orders x
        where x.tenant_id = :tenant and x.customer_id = c.id and x.org_path ^@ any(:scopes)
          and x.state not in ('delivered', 'leftUnrepaired', 'cancelled')
          and (:vehicleId::uuid is null or x.vehicle_id = :vehicleId)
        order by x.received_at desc, x.id desc limit 1) o on true
     left join lateral (
       select x.starts_at, x.vehicle_id, x.advisor_id from appointments x
        where x.tenant_id = :tenant and x.customer_id = c.id and x.org_path ^@ any(:scopes)
          and x.state in ('booked', 'confirmed') and x.starts_at >= :now
          and (:vehicleId::uuid is null or x.vehicle_id = :vehicleId)
        order by x.starts_at, x.id limit 1) a on true
     cross join lateral (
       select count(*) as many, (array_agg(y.id))[1] as first_id from (
         select x.id from vehicles x
          where x.tenant_id = :tenant and x.owner_id = c.id and x.org_path ^@ any(:scopes) limit 2) y) his
     left join vehicles v on v.tenant_id = :tenant and v.org_path ^@ any(:scopes)
      and v.id = coalesce(:vehicleId::uuid, o.vehicle_id, a.vehicle_id, case when his.many = 1 then his.first_id end)
      and (:vehicleId::uuid is null or v.owner_id = c.id or v.id = o.vehicle_id)
     left join employees e on e.tenant_id = :tenant and e.id = coalesce(o.advisor_id, a.advisor_id)
    where c.tenant_id = :tenant and c.id = :customerId and c.org_path ^@ any(:scopes)`,
);
/** The facts of a customer in one's scope; with a car that is not his there is no `vehicleId` in them. */
export const factsOf = (work: Work, customerId: string, vehicleId: string | null) =>
  work.first(facts, { customerId, vehicleId });
