import { notify } from '#modules/commitments/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { post, postAll } from '#platform/ledger.ts';
import { defineTask } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import { memberEvents } from '../events.ts';
import { aboutMember, recordMovement, sourceOf, today, whoIs } from './membership.ts';
import { moveBack } from './prepaid.ts';
import type { MemberRow } from './queries.ts';
import {
  type Gap,
  gapsNow,
  hasMembers,
  lockMembers,
  lotsWithGiftsOver,
  membersToRate,
  packageUsesOver,
  pagesOfPoints,
} from './queries-nightly.ts';
import { rateMember, yearBack } from './tiers.ts';

const atOnce = 200;
/** The top of every tree: a sum that is not right concerns who answers for the whole house. */
const topPath = '1.';

const night = defineTask<object>('members.nightly', async (work) => {
  await lapseGifts(work);
  await lapseUses(work);
  await lapsePoints(work);
  await rateMembers(work);
  await proveMembers(work);
});

/** Soon, in a transaction of its own: what is over lapses, tiers are worked out, the sums are proved. */
export async function beginMembersNight(work: Work): Promise<void> {
  if (await hasMembers(work)) await work.later(night, {}, work.now, 'nightly');
}

async function lockedById(work: Work, ids: readonly string[]): Promise<Map<string, MemberRow>> {
  const rows = await lockMembers(work, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Gifts whose last day has passed. */
async function lapseGifts(work: Work): Promise<void> {
  for (;;) {
    const lots = await lotsWithGiftsOver(work, today(work), atOnce);
    if (lots.length === 0) return;
    const members = await lockedById(
      work,
      lots.map(({ membershipId }) => membershipId),
    );
    for (const lot of lots) {
      const member = members.get(lot.membershipId)!;
      const moved = { topUpId: lot.id, giftFen: -lot.giftLeft };
      const movement = await recordMovement(work, member, { kind: 'expireGift', ...moved });
      await moveBack(work, sourceOf(movement), [{ lot, principalFen: 0, giftFen: lot.giftLeft }]);
      await tellLapsed(work, member, 'gift', lot.giftLeft);
    }
  }
}

/** Uses of packages whose last day has passed. */
async function lapseUses(work: Work): Promise<void> {
  for (;;) {
    const over = await packageUsesOver(work, today(work), atOnce);
    if (over.length === 0) return;
    const ofMembers = Map.groupBy(over, ({ membershipId }) => membershipId);
    const members = await lockedById(work, [...ofMembers.keys()]);
    for (const [id, items] of ofMembers) {
      const member = members.get(id)!;
      const uses = sumFen(items.map(({ left }) => left));
      const movement = await recordMovement(work, member, { kind: 'expirePackage', uses: -uses });
      const source = sourceOf(movement);
      await postAll(
        work,
        items.map(({ accountId, itemId, left }) => ({
          accountId,
          amount: -left,
          source,
          leg: itemId,
        })),
      );
      await tellLapsed(work, member, 'uses', uses);
    }
  }
}

async function lapsePoints(work: Work): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page = await pagesOfPoints(work, { today: today(work), after, size: atOnce });
    const over = page.filter(({ lapsing }) => lapsing > 0);
    const members = await lockedById(
      work,
      over.map(({ membershipId }) => membershipId),
    );
    for (const { accountId, membershipId, lapsing } of over) {
      const member = members.get(membershipId)!;
      const movement = await recordMovement(work, member, {
        kind: 'expirePoints',
        points: -lapsing,
      });
      await post(work, { accountId, amount: -lapsing, source: sourceOf(movement) });
      await tellLapsed(work, member, 'points', lapsing);
    }
    if (page.length < atOnce) return;
    after = page.at(-1)!.accountId;
  }
}

const tellLapsed = (work: Work, member: MemberRow, what: string, amount: number) =>
  work.emit(memberEvents.lapsed, { ...whoIs(member), what, amount }, aboutMember(member));

async function rateMembers(work: Work): Promise<void> {
  const since = yearBack(work);
  for (let after: string | null = null; ; ) {
    const page = await membersToRate(work, { since, today: today(work), after, size: atOnce });
    const others = await lockedById(
      work,
      page.filter(({ isOther }) => isOther).map(({ id }) => id),
    );
    for (const member of others.values()) await rateMember(work, member);
    if (page.length < atOnce) return;
    after = page.at(-1)!.id;
  }
}

/**
 * Proves that what members have is what the house owes them and what is on record for them (D-11). What is not is told
 * to whoever manages membership. @returns the gaps: none, ever
 */
export async function proveMembers(work: Work): Promise<Gap[]> {
  const gaps = await gapsNow(work);
  const about = { type: 'tenant', id: work.actor.tenantId, orgPath: '' };
  for (const { what, gap } of gaps) await work.emit(memberEvents.unproved, { what, gap }, about);
  if (gaps.length > 0) await tellManagers(work, gaps[0]!.what, `${today(work)}`);
  return gaps;
}

/** Whoever manages membership hears at the bell that a sum is not right. */
export async function tellManagers(work: Work, what: string, key: string): Promise<void> {
  const managers = await employeesWith(work, 'members.manage', topPath);
  await notify(
    work,
    managers.map(({ id }) => id),
    {
      kind: 'members.unproved',
      about: { type: 'membershipLiability', id: work.actor.tenantId },
      facts: { what },
      key: `members.unproved:${key}`,
    },
  );
}
