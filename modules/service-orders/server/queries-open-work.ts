import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { tellRewritten } from '#platform/row-watching.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const heldBy = (column: 'advisor_id' | 'technician_id') =>
  `select o.id, concat_ws(' ', o.number, v.plate) as label, o.org_path
     from service_orders o join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    where o.tenant_id = :tenant and o.${column} = :employeeId
      and o.state not in ('delivered', 'leftUnrepaired', 'cancelled')
    order by o.received_at, o.id limit 10000`;
const given = (column: 'advisor_id' | 'technician_id') =>
  `update service_orders o set ${column} = g.to_id, version = o.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where o.tenant_id = :tenant and o.id = g.id and o.${column} = :fromId`;
type Gift = ReturnType<typeof giftOf> & { fromId: string };

const ofAdvisor = statement<Held, { employeeId: string }>(
  'serviceOrders.heldByAdvisor',
  heldBy('advisor_id'),
);
const ofTechnician = statement<Held, { employeeId: string }>(
  'serviceOrders.heldByTechnician',
  heldBy('technician_id'),
);
/** What lies with a person when he leaves (ORG-07): visits that he received, jobs that he took up. */
export const ordersHeldBy = (work: Work, employeeId: string) =>
  work.rows(ofAdvisor, { employeeId });
export const jobsHeldBy = (work: Work, employeeId: string) =>
  work.rows(ofTechnician, { employeeId });

const advisorGiven = statement<never, Gift>('serviceOrders.giveOrders', given('advisor_id'));
const technicianGiven = statement<never, Gift>('serviceOrders.giveJobs', given('technician_id'));
const giving =
  (which: typeof advisorGiven) =>
  async (work: Work, fromId: string, gifts: readonly Given[]): Promise<number> => {
    const gift = giftOf(gifts);
    const count = await work.run(which, { fromId, ...gift });
    await tellRewritten(work, 'serviceOrders', gift.ids);
    return count;
  };
export const giveOrders = giving(advisorGiven);
export const giveJobs = giving(technicianGiven);
