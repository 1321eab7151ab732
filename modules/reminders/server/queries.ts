import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { ReminderKind } from '#modules/customers/contract.ts';
import { whyNotCalled } from '#modules/follow-ups/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Proposal, ProposalWhy } from '../contract.ts';

export type ProposalRow = Omit<RowOf<'serviceProposals'>, 'why'> & { why: ProposalWhy };
export type OfferRow = RowOf<'serviceOffers'>;
export interface ProposalShown extends ProposalRow {
  plate: string;
  plateColour: Proposal['vehicle']['plateColour'];
  model: string;
  customerName: string;
  phone: string;
  held: Proposal['held'];
}
export interface ProposalFilter {
  kind: string | null;
  orgUnitId: string | null;
  customerId: string | null;
  vehicleId: string | null;
  dueFrom: string | null;
  dueUntil: string | null;
}
/** An event, an offer and a free check are switched off one by one; every other kind is its own. */
const remindedOf = "coalesce(p.why#>>'{offer,offerKind}', p.kind)";
const ofProposal = { isCommercial: "p.kind in ('insurance', 'offer')", remindedOf };
/** Of a car: what its owner of today is reminded of; what a former one was stays his until the night (ARC-05). */
export const ofCar = (vehicle: string) => `p.vehicle_id = ${vehicle} and p.customer_id = (
    select v.owner_id from vehicles v where v.tenant_id = :tenant and v.id = ${vehicle})`;
const filter = `p.tenant_id = :tenant and p.org_path ^@ any(:scopes) and p.dismissed_at is null
  and (:kind::text is null or p.kind = :kind) and (:orgUnitId::uuid is null or p.org_unit_id = :orgUnitId)
  and (:customerId::uuid is null or p.customer_id = :customerId)
  and (:vehicleId::uuid is null or (${ofCar(':vehicleId')}))
  and (:dueFrom::date is null or p.due_on >= :dueFrom) and (:dueUntil::date is null or p.due_on < :dueUntil)`;
export interface ProposalPage extends ProposalFilter {
  afterOn: string;
  afterId: string;
  size: number;
  quietDays: number;
}
const shown = (chosen: string, quietDays?: string) =>
  `select p.*, v.plate, v.plate_colour, v.model, c.name as customer_name, c.phone,
      ${whyNotCalled('c', ofProposal, quietDays)} as held
     from (select p.* from service_proposals p where ${chosen}) p
     join vehicles v on v.tenant_id = p.tenant_id and v.id = p.vehicle_id
     join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    where p.tenant_id = :tenant
    order by p.due_on, p.id`;
const page = statement<ProposalShown, ProposalPage>(
  'reminders.page',
  shown(`${filter} and (p.due_on, p.id) > (:afterOn::date, :afterId::uuid)
            order by p.due_on, p.id limit :size`),
);
/** The first of what some cars need, as SQL; so are whose, `p` being the proposal, and after how many days he is called again. */
export const firstOf = (whose: string, quietDays: string, size: number): string =>
  shown(
    `p.tenant_id = :tenant and ${whose} and p.org_path ^@ any(:scopes)
        and p.dismissed_at is null order by p.due_on, p.id limit ${size}`,
    quietDays,
  );
export const pageOfProposals = (work: Work, given: ProposalPage) => work.rows(page, given);

const total = statement<{ total: number }, ProposalFilter>(
  'reminders.count',
  `select count(*) as total from service_proposals p where ${filter}`,
);
export const countProposals = async (work: Work, given: ProposalFilter) =>
  (await work.first(total, given))!.total;

const forChange = statement<ProposalRow, { proposalId: string }>(
  'reminders.forChange',
  `select * from service_proposals
    where tenant_id = :tenant and id = :proposalId and org_path ^@ any(:scopes) for update`,
);
export const lockProposal = (work: Work, proposalId: string) =>
  work.first(forChange, { proposalId });
export const updateProposal = async (
  work: Work,
  proposalId: string,
  change: ChangeOf<'serviceProposals'>,
) => (await work.update('serviceProposals', { id: proposalId }, change))!;

const offersPage = statement<OfferRow, { beforeOn: string; beforeId: string; size: number }>(
  'reminders.offers',
  `select * from service_offers
    where tenant_id = :tenant and (org_path ^@ any(:scopes)
        or exists (select from unnest(:scopes::text[]) as scope where scope ^@ org_path))
      and (until_on, id) < (:beforeOn::date, :beforeId::uuid)
    order by until_on desc, id desc limit :size`,
);
/** Offers of one's own part of the tree and of the units above, which hold here too. */
export const pageOfOffers = (
  work: Work,
  given: { beforeOn: string; beforeId: string; size: number },
) => work.rows(offersPage, given);

const offerForChange = statement<OfferRow, { offerId: string }>(
  'reminders.offerForChange',
  `select * from service_offers
    where tenant_id = :tenant and id = :offerId and org_path ^@ any(:scopes) for update`,
);
export const lockOffer = (work: Work, offerId: string) => work.first(offerForChange, { offerId });
export const insertOffer = (work: Work, row: Fresh<'serviceOffers'>) =>
  work.insert('serviceOffers', row);
export const updateOffer = async (work: Work, offerId: string, change: ChangeOf<'serviceOffers'>) =>
  (await work.update('serviceOffers', { id: offerId }, change))!;

const nextUnit = statement<{ id: string; path: string }, { afterPath: string }>(
  'reminders.nextUnit',
  `select u.id, u.path from org_units u
    where u.tenant_id = :tenant and u.path > :afterPath and u.closed_at is null and exists (select from service_proposals p
      where p.tenant_id = u.tenant_id and p.org_unit_id = u.id and p.dismissed_at is null)
    order by u.path limit 1`,
);
/** The next place of the tree that has something to remind of. */
export const unitWithProposals = (work: Work, afterPath: string) =>
  work.first(nextUnit, { afterPath });

export interface ToAttendTo {
  customerId: string;
  vehicleId: string;
  reasons: { kind: ProposalRow['kind']; remindedOf: ReminderKind; dueOn: string; note: string }[];
}
interface Morning {
  unitId: string;
  today: string;
  overdueDays: number;
  quietDays: number;
  size: number;
}
const isReached = `${whyNotCalled('c', ofProposal)} is null`;
const isDue = `p.tenant_id = :tenant and p.org_unit_id = :unitId::uuid and p.dismissed_at is null
  and p.show_from <= :today::date and p.due_on >= :today::date - :overdueDays::int`;
// Read in the order of the index: whether somebody may be called is asked of as many as fill a morning.
const attend = statement<ToAttendTo, Morning>(
  'reminders.customersToAttendTo',
  `with open as (
      select p.customer_id, p.due_on
        from (select p.* from service_proposals p where ${isDue} order by p.due_on, p.id limit 10000) p
        join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
       where c.merged_into_id is null and ${isReached}
       order by p.due_on, p.id limit :size * 3),
    chosen as (
      select o.customer_id, min(o.due_on) as first_due from open o
      group by o.customer_id order by 2, 1 limit :size)
    select p.customer_id, (array_agg(p.vehicle_id order by p.due_on, p.id))[1] as vehicle_id,
        jsonb_agg(jsonb_build_object('kind', p.kind, 'remindedOf', ${remindedOf}, 'dueOn', p.due_on, 'note',
          concat_ws(' ', nullif(v.plate, ''), p.why#>>'{offer,name}')) order by p.due_on, p.id) as reasons
      from chosen o
      join service_proposals p on p.customer_id = o.customer_id and ${isDue}
      join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
      join vehicles v on v.tenant_id = p.tenant_id and v.id = p.vehicle_id
     where ${isReached}
     group by p.customer_id, o.first_due
     order by o.first_due, p.customer_id`,
);
/** Each customer once, however many reasons; who may not be called now is left out, reason by reason (ARC-04). */
export const customersToAttendTo = (work: Work, given: Morning) => work.rows(attend, given);
