import { entriesOf, postAll } from '#platform/ledger.ts';
import type { Work } from '#platform/work.ts';
import { memberEvents } from '../events.ts';
import {
  aboutMember,
  pointsAccountOf,
  recordMovement,
  sourceOf,
  today,
  whoIs,
} from './membership.ts';
import { type ExpiringPoints, expiringOf } from './points.ts';
import { lockMemberOf, type MemberRow, updateMember } from './queries.ts';
import { heapOf, rehang } from './queries-merging.ts';
import { lockMembers, pointsGiven } from './queries-nightly.ts';
import { giveTogether, rateMember, type TierFields, takeTierBack } from './tiers.ts';

/** What bringing two members together turned: enough to take it apart. Ids and sums only, nothing of a person. */
export interface MembersMerged {
  fromMembershipId: string;
  intoMembershipId: string;
  topUpIds: string[];
  purchaseIds: string[];
  /** The movement by which points came in. */
  cameId: string;
  /** A tier given by hand that went along, and what it took the place of. */
  tier?: { given: TierFields; before: TierFields };
}

/**
 * Two customers are one (ARC-05, ARC-07): what one of them has as a member becomes the other's, each prepayment and
 * package as it was agreed to, points with their last days, the better tier. In the order of the customers' ids, so that
 * two merges wait for each other. @returns what was turned; nothing unless both are members: a lone membership goes along
 * as every reference of the customer does
 */
export async function mergeMembers(
  work: Work,
  { fromCustomerId, intoCustomerId }: { fromCustomerId: string; intoCustomerId: string },
): Promise<MembersMerged | undefined> {
  const members = new Map<string, MemberRow | undefined>();
  for (const customerId of [fromCustomerId, intoCustomerId].sort()) {
    members.set(customerId, await lockMemberOf(work, customerId));
  }
  const [from, into] = [members.get(fromCustomerId), members.get(intoCustomerId)];
  if (!from || !into) return undefined;
  const heap = await heapOf(work, from.id);
  const account = await pointsAccountOf(work, from);
  const lots = expiringOf(account.balance, await pointsGiven(work, account.id, today(work)));
  const came = await carry(work, from, into, { ...heap, points: account.balance }, lots);
  const turned = await rehang(work, from.id, into.id);
  await updateMember(work, from.id, { mergedIntoId: into.id });
  const told = { ...whoIs(into), fromMembershipId: from.id };
  await work.emit(memberEvents.merged, told, aboutMember(into));
  const tier = await giveTogether(work, from, into);
  const ids = { fromMembershipId: from.id, intoMembershipId: into.id, cameId: came.id };
  return { ...ids, ...turned, ...(tier && { tier }) };
}

/**
 * They were two after all: what came along goes back as far as it is still there, each prepayment and package with what
 * was used of it meanwhile; points at most as many as are left, the longest-lasting first.
 * @param homeId the membership that it goes to: its own, or the one in force of a customer who had another meanwhile
 */
export async function splitMembers(
  work: Work,
  merged: MembersMerged,
  homeId = merged.fromMembershipId,
): Promise<void> {
  const { fromMembershipId, intoMembershipId, topUpIds, purchaseIds } = merged;
  const rows = await lockMembers(work, [...new Set([fromMembershipId, intoMembershipId, homeId])]);
  const from = rows.find(({ id }) => id === fromMembershipId);
  const into = rows.find(({ id }) => id === intoMembershipId);
  const home = rows.find(({ id }) => id === homeId);
  if (!from || !into || !home || from.mergedIntoId !== into.id) return;
  const { heap, lots, points } = await returningOf(work, merged);
  await carry(work, into, home, { ...heap, points }, lots);
  await rehang(work, into.id, home.id, { topUpIds, purchaseIds });
  await updateMember(work, from.id, { mergedIntoId: home.id === from.id ? null : home.id });
  const told = { ...whoIs(home), fromMembershipId: into.id };
  await work.emit(memberEvents.split, told, aboutMember(home));
  const restored = merged.tier ? await takeTierBack(work, into, merged.tier) : into;
  await rateMember(work, restored);
  await rateMember(work, home);
}

/** What taking two members apart would give back now; `promised` points go back to another before. */
export async function returningOf(work: Work, merged: MembersMerged, promised = 0) {
  const { intoMembershipId: id, topUpIds, purchaseIds, cameId } = merged;
  const heap = await heapOf(work, id, { topUpIds, purchaseIds });
  const account = await pointsAccountOf(work, { id });
  const came = (await entriesOf(work, sourceOf({ id: cameId }))).flatMap((entry) =>
    entry.accountId === account.id ? [entry] : [],
  );
  const dated = came
    .flatMap(({ amount, expiresOn }) => (expiresOn ? [{ onDate: expiresOn, points: amount }] : []))
    .filter(({ onDate }) => onDate >= today(work))
    .sort((one, other) => other.onDate.localeCompare(one.onDate));
  const undated = came.find(({ expiresOn }) => expiresOn === null)?.amount ?? 0;
  const whole = dated.reduce((sum, lot) => sum + lot.points, undated);
  const points = Math.max(0, Math.min(account.balance - promised, whole));
  return { heap, points, lots: expiringOf(Math.max(0, points - undated), dated) };
}

interface Carried {
  principalFen: number;
  giftFen: number;
  points: number;
  uses: number;
}

/** Both cards say what left and what came; points go over with their last days. @returns what came, as a movement */
async function carry(
  work: Work,
  from: MemberRow,
  into: MemberRow,
  carried: Carried,
  lots: readonly ExpiringPoints[],
) {
  const { points } = carried;
  const gone = {
    principalFen: 0 - carried.principalFen,
    giftFen: 0 - carried.giftFen,
    points: 0 - points,
    uses: 0 - carried.uses,
  };
  const words = `${from.number} → ${into.number}`;
  const left = await recordMovement(work, from, { kind: 'merge', ...gone, words });
  const came = await recordMovement(work, into, { kind: 'merge', ...carried, words });
  if (points === 0) return came;
  const [out, here] = [await pointsAccountOf(work, from), await pointsAccountOf(work, into)];
  const dated = lots.reduce((sum, lot) => sum + lot.points, 0);
  const source = sourceOf(came);
  await postAll(work, [
    { accountId: out.id, amount: -points, source: sourceOf(left) },
    ...lots.map(({ onDate, points: amount }) => ({
      accountId: here.id,
      amount,
      source,
      leg: onDate,
      expiresOn: onDate,
    })),
    ...(dated < points
      ? [{ accountId: here.id, amount: points - dated, source, leg: 'undated' }]
      : []),
  ]);
  return came;
}
