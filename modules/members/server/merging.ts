import { postAll } from '#platform/ledger.ts';
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
import { expiringOf } from './points.ts';
import { lockMemberOf, type MemberRow, updateMember } from './queries.ts';
import { type Heap, heapOf, rehang } from './queries-merging.ts';
import { pointsGiven } from './queries-nightly.ts';
import { rateMember } from './tiers.ts';

/**
 * Two customers are one (ARC-06): whatever one of them has as a member becomes the other's, each prepayment and package
 * as it was agreed to, points with their last days. The one that goes keeps its history. In the order of the
 * customers' ids, so that two merges wait for each other.
 */
export async function mergeMembers(
  work: Work,
  { fromCustomerId, intoCustomerId }: { fromCustomerId: string; intoCustomerId: string },
): Promise<void> {
  const members = new Map<string, MemberRow | undefined>();
  for (const customerId of [fromCustomerId, intoCustomerId].sort()) {
    members.set(customerId, await lockMemberOf(work, customerId));
  }
  const [from, into] = [members.get(fromCustomerId), members.get(intoCustomerId)];
  if (!from) return;
  if (!into) {
    await updateMember(work, from.id, { customerId: intoCustomerId });
    return rateMember(work, { ...from, customerId: intoCustomerId });
  }
  const heap = await heapOf(work, from.id);
  await movePoints(work, from, into, heap);
  await rehang(work, from.id, into.id);
  await updateMember(work, from.id, { mergedIntoId: into.id });
  const told = { ...whoIs(into), fromMembershipId: from.id };
  await work.emit(memberEvents.merged, told, aboutMember(into));
  await rateMember(work, into);
}

async function movePoints(work: Work, from: MemberRow, into: MemberRow, heap: Heap): Promise<void> {
  const [out, here] = [await pointsAccountOf(work, from), await pointsAccountOf(work, into)];
  const points = out.balance;
  const gone = {
    principalFen: 0 - heap.principalFen,
    giftFen: 0 - heap.giftFen,
    points: 0 - points,
    uses: 0 - heap.uses,
  };
  const words = `${from.number} → ${into.number}`;
  const left = await recordMovement(work, from, { kind: 'merge', ...gone, words });
  const came = await recordMovement(work, into, { kind: 'merge', ...heap, points, words });
  if (points === 0) return;
  const lots = expiringOf(points, await pointsGiven(work, out.id, today(work)));
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
}
