import type { Actor } from '#platform/actor.ts';
import { phoneFor } from '#platform/privacy.ts';
import type { Offer, OfferConditions, Proposal } from '../contract.ts';
import type { OfferRow, ProposalShown } from './queries.ts';

export const presentProposal = (actor: Actor, row: ProposalShown): Proposal => ({
  id: row.id,
  orgUnitId: row.orgUnitId,
  kind: row.kind,
  dueOn: row.dueOn,
  why: row.why,
  vehicle: {
    id: row.vehicleId,
    plate: row.plate,
    plateColour: row.plateColour,
    model: row.model,
  },
  customer: {
    id: row.customerId,
    name: row.customerName,
    phone: phoneFor(actor, row.phone, row.orgPath),
  },
  held: row.held,
});
/** Where a page of proposals is continued. */
export const placeOfProposal = ({ dueOn, id }: ProposalShown) => [dueOn, id];

export const presentOffer = (row: OfferRow): Offer => ({
  id: row.id,
  orgUnitId: row.orgUnitId,
  kind: row.kind,
  name: row.name,
  content: row.content,
  place: row.place,
  fromOn: row.fromOn,
  untilOn: row.untilOn,
  conditions: row.conditions as OfferConditions,
  isWithdrawn: row.withdrawnAt !== null,
  version: row.version,
});
