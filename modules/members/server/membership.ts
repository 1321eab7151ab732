import { atOpenUnit, nextNumber, zoneOfTenant } from '#modules/organisation/server/index.ts';
import { accountOf, openAccount } from '#platform/ledger.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import { memberEvents } from '../events.ts';
import {
  customerSeen,
  insertMember,
  insertMovement,
  insertTierChange,
  lockMemberRow,
  lockUnitRow,
  type MemberRow,
  type MovementRow,
  memberOf,
} from './queries.ts';
import { tiersOf } from './rules.ts';

/** What the house counts for a member; each is a kind of account in the ledger. */
export const counted = {
  principal: 'members.principal',
  gift: 'members.gift',
  owedPrincipal: 'members.owedPrincipal',
  owedGift: 'members.owedGift',
  points: 'members.points',
  uses: 'members.uses',
} as const;

export const today = (work: Work): string => dateIn(zoneOfTenant, work.now);
export const placeOf = ({ orgUnitId, orgPath }: { orgUnitId: string; orgPath: string }) => ({
  orgUnitId,
  orgPath,
});
export const aboutMember = ({ id, orgPath }: Pick<MemberRow, 'id' | 'orgPath'>) => ({
  type: 'membership',
  id,
  orgPath,
});
export const whoIs = ({ id, customerId }: Pick<MemberRow, 'id' | 'customerId'>) => ({
  membershipId: id,
  customerId,
});
export const personOf = ({ actor }: Work): string | null =>
  actor.kind === 'user' ? actor.id : null;

/** The member locked for what follows; outside one's scope, or brought together with another, there is none (404). */
export async function lockMember(work: Work, membershipId: string): Promise<MemberRow> {
  const row = await lockMemberRow(work, membershipId);
  if (!row) throw notFound();
  return row;
}

/** Makes a customer a member; who is one stays one. Locks nothing that another waits for. */
export async function join(work: Work, customerId: string): Promise<MemberRow> {
  const customer = await customerSeen(work, customerId);
  if (!customer) throw ruleBroken('/customerId', 'customer_unknown');
  const known = await memberOf(work, customer.id);
  if (known) return known;
  const place = await atOpenUnit(work, placeOf(customer));
  const [lowest] = await tiersOf(work, place.orgPath);
  const joinedOn = today(work);
  const row = await insertMember(work, {
    ...place,
    customerId: customer.id,
    number: await nextNumber(work, place.orgUnitId, 'membership', 'HY'),
    joinedOn,
    tier: lowest!.key,
    tierSince: joinedOn,
  });
  await openAccount(work, { kind: counted.points, owner: ownerOf(row), unit: '分', place });
  await insertTierChange(work, {
    membershipId: row.id,
    fromTier: null,
    toTier: row.tier,
    rule: 'joining',
    byId: personOf(work),
    at: work.now,
  });
  await work.emit(memberEvents.joined, whoIs(row), aboutMember(row));
  return row;
}

export const ownerOf = ({ id }: { id: string }) => ({ type: 'membership', id });
export const pointsAccountOf = async (work: Work, member: { id: string }) =>
  (await accountOf(work, { kind: counted.points, owner: ownerOf(member) }))!;

type Moved = Omit<Fresh<'memberMovements'>, 'membershipId' | 'at' | 'byId'>;

/** What caused a movement, on record; its ledger entries have it as their source. */
export const recordMovement = (work: Work, member: MemberRow, moved: Moved): Promise<MovementRow> =>
  insertMovement(work, {
    ...placeOf(member),
    ...moved,
    membershipId: member.id,
    byId: personOf(work),
    at: work.now,
  });
export const sourceOf = ({ id }: { id: string }) => ({ type: 'memberMovement', id });

/** What a shop owes its members: the other side of every prepayment, below zero by as much. */
export async function owedAccounts(
  work: Work,
  place: { orgUnitId: string; orgPath: string },
): Promise<{ principal: string; gift: string }> {
  const owner = { type: 'orgUnit', id: place.orgUnitId };
  const find = (kind: string) => accountOf(work, { kind, owner });
  if (!(await find(counted.owedGift))) {
    await lockUnitRow(work, place.orgUnitId);
    for (const kind of [counted.owedPrincipal, counted.owedGift]) {
      if (!(await find(kind)))
        await openAccount(work, { kind, owner, unit: '分钱', floor: null, place });
    }
  }
  return {
    principal: (await find(counted.owedPrincipal))!.id,
    gift: (await find(counted.owedGift))!.id,
  };
}
