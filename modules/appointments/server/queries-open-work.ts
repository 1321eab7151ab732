import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const held = statement<Held, { employeeId: string }>(
  'appointments.heldByAdvisor',
  `select a.id, concat_ws(' ', coalesce(v.plate, nullif(a.plate, '')), coalesce(c.name, a.name)) as label, a.org_path
     from appointments a
     left join vehicles v on v.tenant_id = a.tenant_id and v.id = a.vehicle_id
     left join customers c on c.tenant_id = a.tenant_id and c.id = a.customer_id
    where a.tenant_id = :tenant and a.advisor_id = :employeeId
      and a.state in ('asked', 'booked', 'confirmed', 'arrived', 'noShow')
    order by a.starts_at, a.id limit 10000`,
);
const given = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'appointments.giveAppointments',
  `update appointments a set advisor_id = g.to_id, version = a.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where a.tenant_id = :tenant and a.id = g.id and a.advisor_id = :fromId`,
);

/** Customers who wished for an advisor who leaves are another's (ORG-07). */
export const appointmentsHeldBy = (work: Work, employeeId: string) =>
  work.rows(held, { employeeId });
export const giveAppointments = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(given, { fromId, ...giftOf(gifts) });
