import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addMonths, instantAt } from '#shared/dates.ts';
import { memberEvents } from '../events.ts';
import { aboutMember, lockMember, personOf, today, whoIs } from './membership.ts';
import { insertTierChange, type MemberRow, updateMember } from './queries.ts';
import { spentOf } from './queries-nightly.ts';
import { tierFor, tiersOf } from './rules.ts';

/** Twelve months back, to the day. */
export const yearBack = (work: Work): Date =>
  instantAt(zoneOfTenant, addMonths(today(work), -12), '00:00');

interface Given {
  tier: string;
  rule: 'spend' | 'hand';
  spentFen: number;
  reason?: string;
  until?: string | null;
  /** Somebody said so: on record, also when nothing moves. */
  isAsked?: boolean;
}

async function give(work: Work, member: MemberRow, given: Given): Promise<void> {
  const { tier, rule, spentFen, reason = '', until = null, isAsked = false } = given;
  const isMoved = tier !== member.tier || rule === 'hand' || isAsked;
  await updateMember(work, member.id, {
    tier,
    spentFen,
    tierRule: isMoved || member.tierRule === 'hand' ? rule : member.tierRule,
    tierReason: reason,
    tierUntil: until,
    ...(tier !== member.tier && { tierSince: today(work) }),
  });
  if (!isMoved) return;
  await insertTierChange(work, {
    membershipId: member.id,
    fromTier: member.tier,
    toTier: tier,
    ...{ rule, spentFen, reason },
    byId: personOf(work),
    at: work.now,
  });
  const told = { ...whoIs(member), from: member.tier, to: tier, rule };
  await work.emit(memberEvents.tierChanged, told, aboutMember(member));
}

/** Works the tier out by what was settled within twelve months; one given by hand stays while it lasts. */
export async function rateMember(
  work: Work,
  member: MemberRow,
  asked?: { reason: string },
): Promise<void> {
  const spentFen = await spentOf(work, member.id, yearBack(work));
  const tiers = await tiersOf(work, member.orgPath);
  const lasts = member.tierUntil === null || member.tierUntil >= today(work);
  const isGiven = member.tierRule === 'hand' && lasts && !asked;
  if (isGiven) {
    await updateMember(work, member.id, { spentFen });
  } else {
    const { key: tier } = tierFor(tiers, spentFen);
    const isAsked = asked !== undefined;
    await give(work, member, { tier, rule: 'spend', spentFen, reason: asked?.reason, isAsked });
  }
}

const tierFieldsOf = ({ tier, tierRule, tierReason, tierUntil, tierSince }: MemberRow) => ({
  tier,
  tierRule,
  tierReason,
  tierUntil,
  tierSince,
});
export type TierFields = ReturnType<typeof tierFieldsOf>;

/** The tier of two members who are one: the best of what was given to either by hand and what both spent together. */
export async function tierTogether(work: Work, from: MemberRow, into: MemberRow) {
  const since = yearBack(work);
  const spentFen = (await spentOf(work, from.id, since)) + (await spentOf(work, into.id, since));
  const tiers = await tiersOf(work, into.orgPath);
  const bySpend = tierFor(tiers, spentFen).key;
  const height = (key: string) => tiers.findIndex((tier) => tier.key === key);
  const isByHand = ({ tierRule, tierUntil }: MemberRow) =>
    tierRule === 'hand' && (tierUntil === null || tierUntil >= today(work));
  const own = isByHand(into) ? into.tier : undefined;
  const isHigher = height(from.tier) > height(own ?? bySpend);
  if (isByHand(from) && isHigher) return { spentFen, tier: from.tier, byHandOf: from };
  return own ? { spentFen, tier: own, byHandOf: into } : { spentFen, tier: bySpend };
}

/** Gives the tier of both to the one that stays. @returns what it took the place of, where it came from the other's hand */
export async function giveTogether(work: Work, from: MemberRow, into: MemberRow) {
  const { spentFen, tier, byHandOf } = await tierTogether(work, from, into);
  if (byHandOf?.id === into.id) {
    await updateMember(work, into.id, { spentFen });
    return undefined;
  }
  if (!byHandOf) {
    await give(work, into, { tier, rule: 'spend', spentFen });
    return undefined;
  }
  const { tierReason: reason, tierUntil: until } = from;
  await give(work, into, { tier, rule: 'hand', spentFen, reason, until });
  return { given: tierFieldsOf(from), before: tierFieldsOf(into) };
}

/** A tier that came from another's hand goes back with him, unless somebody decided anew since. */
export async function takeTierBack(
  work: Work,
  member: MemberRow,
  { given, before }: { given: TierFields; before: TierFields },
): Promise<MemberRow> {
  const stands =
    member.tierRule === 'hand' &&
    member.tier === given.tier &&
    member.tierReason === given.tierReason &&
    member.tierUntil === given.tierUntil;
  if (!stands) return member;
  await updateMember(work, member.id, before);
  await insertTierChange(work, {
    membershipId: member.id,
    fromTier: member.tier,
    toTier: before.tier,
    rule: before.tierRule,
    spentFen: member.spentFen,
    reason: before.tierReason,
    byId: personOf(work),
    at: work.now,
  });
  return { ...member, ...before };
}

/** A tier by hand, with a reason, for a time or without end; `null` lets the rule decide again. */
export async function setTier(
  work: Work,
  membershipId: string,
  { tier, reason, until = null }: { tier: string | null; reason: string; until?: string | null },
): Promise<void> {
  const member = await lockMember(work, membershipId);
  if (tier === null) return rateMember(work, member, { reason: reason.trim() });
  const tiers = await tiersOf(work, member.orgPath);
  if (!tiers.some(({ key }) => key === tier)) throw ruleBroken('/tier', 'tier_unknown');
  if (until !== null && until < today(work)) throw ruleBroken('/until', 'date_past');
  const spentFen = await spentOf(work, member.id, yearBack(work));
  await give(work, member, { tier, rule: 'hand', spentFen, reason: reason.trim(), until });
}
