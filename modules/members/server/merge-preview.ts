import { can } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import { type MembersMerged, returningOf } from './merging.ts';
import { memberOf } from './queries.ts';
import { type MemberStanding, standingsOf } from './queries-merging.ts';
import { tiersOf } from './rules.ts';
import { tierTogether } from './tiers.ts';

const sums = ['principalFen', 'giftFen', 'points', 'uses', 'packages'] as const;
type Standing = Pick<MemberStanding, 'number' | (typeof sums)[number]> & { tierName: string };

/**
 * What two customers have as members, each, and what the one that stays will have: for who may see members at all.
 * Nothing when neither is one.
 */
export async function membersBeforeMerge(work: Work, keptId: string, goneId: string) {
  if (!can(work.actor, 'members.see')) return null;
  const rows = await standingsOf(work, [keptId, goneId]);
  if (rows.length === 0) return null;
  const [kept, gone] = [await memberOf(work, keptId), await memberOf(work, goneId)];
  const tiers = await tiersOf(work, (kept ?? gone)!.orgPath);
  const named = (key: string) => tiers.find((tier) => tier.key === key)?.name ?? key;
  const of = (customerId: string, tier: string | undefined): Standing | null => {
    const row = rows.find((each) => each.customerId === customerId);
    return row && tier ? shown(row, named(tier)) : null;
  };
  const [keptShown, goneShown] = [of(keptId, kept?.tier), of(goneId, gone?.tier)];
  if (!kept || !gone || !keptShown || !goneShown) {
    return { kept: keptShown, gone: goneShown, result: (keptShown ?? goneShown)! };
  }
  const { tier } = await tierTogether(work, gone, kept);
  const result = { ...keptShown, tierName: named(tier) };
  for (const name of sums) result[name] += goneShown[name];
  return { kept: keptShown, gone: goneShown, result };
}

/**
 * What undoing would give back to the members who went into another, all of them together and in the order of the
 * undoing; for who may see members.
 */
export async function membersToReturn(work: Work, merged: readonly MembersMerged[]) {
  if (!can(work.actor, 'members.see')) return null;
  const sum = { principalFen: 0, giftFen: 0, uses: 0, points: 0 };
  for (const each of merged) {
    const { heap, points } = await returningOf(work, each, sum.points);
    sum.principalFen += heap.principalFen;
    sum.giftFen += heap.giftFen;
    sum.uses += heap.uses;
    sum.points += points;
  }
  return sum;
}

const shown = (row: MemberStanding, tierName: string): Standing => {
  const { number, principalFen, giftFen, points, uses, packages } = row;
  return { number, tierName, principalFen, giftFen, points, uses, packages };
};
