import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type FollowUpRow = RowOf<'followUps'>;
export type CallRow = RowOf<'followUpCalls'>;
export type MatterRow = RowOf<'matters'>;

const followUpForChange = statement<FollowUpRow, { followUpId: string }>(
  'followUps.forChange',
  'select * from follow_ups where tenant_id = :tenant and id = :followUpId for update',
);
export const lockFollowUp = (work: Work, followUpId: string) =>
  work.first(followUpForChange, { followUpId });

const ofOrder = statement<FollowUpRow, { orderId: string }>(
  'followUps.ofOrder',
  'select * from follow_ups where tenant_id = :tenant and order_id = :orderId order by earliest_on, id for update',
);
export const followUpsOfOrder = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

const plannedAboutCar = statement<FollowUpRow, { vehicleId: string; customerId: string }>(
  'followUps.plannedAboutCar',
  `select * from follow_ups where tenant_id = :tenant and vehicle_id = :vehicleId and customer_id = :customerId
      and state = 'planned' order by first_id is null, id for update`,
);
/** What is still planned with a customer about a car, the second calls before their first. */
export const plannedWithOwner = (work: Work, vehicleId: string, customerId: string) =>
  work.rows(plannedAboutCar, { vehicleId, customerId });

const secondOf = statement<FollowUpRow, { firstId: string }>(
  'followUps.secondOf',
  `select * from follow_ups where tenant_id = :tenant and first_id = :firstId and state = 'planned' for update`,
);
export const secondAfter = (work: Work, firstId: string) => work.first(secondOf, { firstId });

const plannedOf = statement<FollowUpRow, { customerId: string }>(
  'followUps.plannedOf',
  `select * from follow_ups where tenant_id = :tenant and customer_id = :customerId and state = 'planned'
    order by first_id nulls last, id limit 200 for update`,
);
/** What is planned with a customer, locked; a second call before the first that it waits for. */
export const plannedFor = (work: Work, customerId: string) => work.rows(plannedOf, { customerId });

const unaskedOf = statement<FollowUpRow, { customerId: string }>(
  'followUps.plannedUnasked',
  `select f.* from follow_ups f
    where f.tenant_id = :tenant and f.customer_id = :customerId and f.state = 'planned'
      and f.rule in ('reminder', 'segment', 'firstService', 'longUnseen')
      and exists (select from customers c where c.tenant_id = :tenant and c.id = :customerId
            and c.preferred_channel = 'none')
    order by f.id limit 200 for update`,
);
/** Calls of lists that are planned with somebody who wishes no contact. */
export const plannedUnasked = (work: Work, customerId: string) =>
  work.rows(unaskedOf, { customerId });

const loads = statement<{ agentId: string; open: number }, { ids: readonly string[] }>(
  'followUps.openLoads',
  `select agent_id, count(*) as open from follow_ups
    where tenant_id = :tenant and state = 'planned' and agent_id = any(:ids::uuid[]) group by agent_id`,
);
/** How many planned follow-ups each of these people has. */
export const openLoads = async (work: Work, ids: readonly string[]) =>
  new Map((await work.rows(loads, { ids })).map(({ agentId, open }) => [agentId, open]));

const standingIn = statement<{ absentId: string }, { absentId: string }>(
  'followUps.standsInFor',
  `select absent_id from stand_ins
    where tenant_id = :tenant and absent_id = :absentId::uuid and stand_in_id = :me::uuid
      and ended_at is null and from_at <= :now and until_at > :now limit 1`,
);
/** Whether the one who acts stands in for another now (ORG-06). */
export const standsInFor = async (work: Work, absentId: string) =>
  (await work.first(standingIn, { absentId })) !== undefined;

export interface CallPartner {
  name: string;
  phone: string;
  orgUnitId: string;
  orgPath: string;
  callFrom: string | null;
  callUntil: string | null;
}
const partner = statement<CallPartner, { customerId: string }>(
  'followUps.partner',
  `select name, phone, org_unit_id, org_path, call_from::text, call_until::text from customers
    where tenant_id = :tenant and id = :customerId`,
);
/** The customer as far as a call needs him. */
export const partnerOf = (work: Work, customerId: string) => work.first(partner, { customerId });

const belongs = statement<
  { fits: boolean },
  { customerId: string; vehicleId: string | null; orderId: string | null }
>(
  'followUps.belongs',
  `select (:vehicleId::uuid is null or exists (select 1 from vehicles v
             where v.tenant_id = :tenant and v.id = :vehicleId and v.org_path ^@ any(:scopes)))
      and (:orderId::uuid is null or exists (select 1 from service_orders o
             where o.tenant_id = :tenant and o.id = :orderId and o.customer_id = :customerId)) as fits`,
);
export const belongTogether = async (
  work: Work,
  given: { customerId: string; vehicleId: string | null; orderId: string | null },
) => (await work.first(belongs, given))!.fits;

export const insertFollowUp = (work: Work, row: Fresh<'followUps'>) =>
  work.insert('followUps', row);
export const updateFollowUp = async (
  work: Work,
  followUpId: string,
  change: ChangeOf<'followUps'>,
) => (await work.update('followUps', { id: followUpId }, change))!;
export const insertCall = (work: Work, row: Fresh<'followUpCalls'>) =>
  work.insert('followUpCalls', row);
