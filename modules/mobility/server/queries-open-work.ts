import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const held = statement<Held, { employeeId: string }>(
  'trips.heldByDriver',
  `select t.id, concat_ws(' ', v.plate, c.name) as label, t.org_path
     from trips t
     join vehicles v on v.tenant_id = t.tenant_id and v.id = t.vehicle_id
     join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
    where t.tenant_id = :tenant and t.driver_id = :employeeId
      and t.state in ('assigned', 'underWay', 'there', 'carTaken')
    order by t.arrive_by, t.id limit 10000`,
);
const given = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'trips.giveTrips',
  `update trips t set driver_id = g.to_id, version = t.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where t.tenant_id = :tenant and t.id = g.id and t.driver_id = :fromId`,
);

/** What a driver who leaves was to go is another's (ORG-07). */
export const tripsHeldBy = (work: Work, employeeId: string) => work.rows(held, { employeeId });
export const giveTrips = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(given, { fromId, ...giftOf(gifts) });
