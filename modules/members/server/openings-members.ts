import type { KeptList } from '#modules/imports/server/index.ts';
import { atOpenUnits, nextNumbers } from '#modules/organisation/server/index.ts';
import { newId } from '#platform/ids.ts';
import { openAccounts } from '#platform/ledger.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { memberEvents } from '../events.ts';
import { aboutMember, counted, ownerOf, placeOf, today, whoIs } from './membership.ts';
import type { MemberRow } from './queries.ts';
import {
  insertMembers,
  insertTierChanges,
  lockMembersOf,
  placesOf,
  pointsAccountsOf,
  setTiers,
} from './queries-openings.ts';
import { tiersOf } from './rules.ts';

/** Why a member has the tier that a list named. */
export const openingWords = '期初转入';

export interface OpenedMember {
  member: MemberRow;
  pointsAccountId: string;
}
type TierChange = Fresh<'tierChanges'>;

/**
 * The members that customers are, by their ids: who is none becomes one, in his own shop. A tier that the list names is
 * given to who has none but that of joining.
 */
export async function openedMembers(
  work: Work,
  list: KeptList,
  wanted: ReadonlyMap<string, string | null>,
): Promise<Map<string, OpenedMember>> {
  const customerIds = [...wanted.keys()];
  const known = await lockMembersOf(work, customerIds);
  const raised = known.flatMap((member) => {
    const tier = wanted.get(member.customerId) ?? null;
    const isOther = tier !== null && tier !== member.tier && member.tierRule === 'joining';
    return isOther ? [{ member, tier }] : [];
  });
  await raise(work, list, raised);
  const there = new Set(known.map(({ customerId }) => customerId));
  const missing = customerIds.filter((id) => !there.has(id));
  const made = await makeMembers(work, list, missing, wanted);
  const accounts = new Map(
    (
      await pointsAccountsOf(
        work,
        known.map(({ id }) => id),
      )
    ).map(({ membershipId, accountId }) => [membershipId, accountId]),
  );
  const all = [
    ...known.map((member) => ({ member, pointsAccountId: accounts.get(member.id)! })),
    ...made,
  ];
  return new Map(all.map((each) => [each.member.customerId, each]));
}

async function raise(
  work: Work,
  { createdBy }: KeptList,
  raised: readonly { member: MemberRow; tier: string }[],
): Promise<void> {
  if (raised.length === 0) return;
  const given = raised.map(({ member, tier }) => ({ id: member.id, tier }));
  await setTiers(work, given, { rule: 'hand', reason: openingWords, today: today(work) });
  await insertTierChanges(
    work,
    raised.map(({ member, tier }) => ({
      ...byOpening(work, createdBy),
      membershipId: member.id,
      fromTier: member.tier,
      toTier: tier,
    })),
  );
}

const byOpening = (
  work: Work,
  byId: string | null,
): Pick<TierChange, 'rule' | 'reason' | 'byId' | 'at'> => ({
  rule: 'hand',
  reason: openingWords,
  byId,
  at: work.now,
});

async function makeMembers(
  work: Work,
  list: KeptList,
  customerIds: readonly string[],
  wanted: ReadonlyMap<string, string | null>,
): Promise<OpenedMember[]> {
  if (customerIds.length === 0) return [];
  const places = await atOpenUnits(work, await placesOf(work, customerIds));
  const made: OpenedMember[] = [];
  for (const [orgUnitId, ofUnit] of Map.groupBy(places, (place) => place.orgUnitId)) {
    const { orgPath } = ofUnit[0]!;
    const lowest = (await tiersOf(work, orgPath))[0]!.key;
    const count = { kind: 'membership', prefix: 'HY', count: ofUnit.length };
    const numbers = await nextNumbers(work, orgUnitId, count);
    made.push(
      ...ofUnit.map(({ customerId }, at) => {
        const tier = wanted.get(customerId) ?? lowest;
        const member = newMember(work, list, { customerId, number: numbers[at]!, tier, lowest });
        return { member: { ...member, orgUnitId, orgPath }, pointsAccountId: newId(work.now) };
      }),
    );
  }
  await store(work, list, made);
  return made;
}

function newMember(
  work: Work,
  { createdBy }: KeptList,
  given: { customerId: string; number: string; tier: string; lowest: string },
) {
  const { customerId, number, tier, lowest } = given;
  const isGiven = tier !== lowest;
  return {
    tenantId: work.actor.tenantId,
    id: newId(work.now),
    customerId,
    number,
    joinedOn: today(work),
    tier,
    tierSince: today(work),
    tierRule: isGiven ? ('hand' as const) : ('joining' as const),
    tierReason: isGiven ? openingWords : '',
    tierUntil: null,
    spentFen: 0,
    mergedIntoId: null,
    version: 1,
    createdBy,
    createdAt: work.now,
    updatedAt: work.now,
  };
}

async function store(work: Work, { createdBy }: KeptList, made: readonly OpenedMember[]) {
  await insertMembers(
    work,
    made.map(({ member }) => member),
  );
  await insertTierChanges(
    work,
    made.map(({ member }) => ({
      ...byOpening(work, createdBy),
      rule: member.tierRule,
      reason: member.tierReason,
      membershipId: member.id,
      fromTier: null,
      toTier: member.tier,
    })),
  );
  await openAccounts(
    work,
    made.map(({ member, pointsAccountId: id }) => {
      const account = { id, kind: counted.points, owner: ownerOf(member), unit: '分' };
      return { ...account, place: placeOf(member) };
    }),
  );
  for (const { member } of made) {
    await work.emit(memberEvents.joined, whoIs(member), aboutMember(member));
  }
}
