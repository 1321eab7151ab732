import { post } from '#platform/ledger.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addMonths } from '#shared/dates.ts';
import { memberEvents } from '../events.ts';
import {
  aboutMember,
  lockMember,
  pointsAccountOf,
  recordMovement,
  sourceOf,
  today,
  whoIs,
} from './membership.ts';
import { earnedFor, lockMemberOf, type MemberRow, type MovementRow } from './queries.ts';
import { settledOrder } from './queries-nightly.ts';
import { pointsRuleOf, tiersOf } from './rules.ts';

/** Points for what a member paid in money or principal on an order; once, however often it is told. */
export async function earnPoints(work: Work, orderId: string): Promise<void> {
  const order = await settledOrder(work, orderId);
  const member = order && (await lockMemberOf(work, order.customerId));
  if (!order || !member || (await earnedFor(work, orderId))) return;
  const rule = await pointsRuleOf(work, member.orgPath);
  const tier = (await tiersOf(work, member.orgPath)).find(({ key }) => key === member.tier);
  const yuan = Math.floor(Math.max(0, order.paidFen) / 100);
  const points = Math.floor((yuan * rule.perYuan * (tier?.pointsPercent ?? 100)) / 100);
  if (points === 0) return;
  const movement = await recordMovement(work, member, { kind: 'earn', points, orderId });
  await post(work, {
    accountId: (await pointsAccountOf(work, member)).id,
    amount: points,
    source: sourceOf(movement),
    expiresOn: addMonths(today(work), rule.validMonths),
  });
  await work.emit(
    memberEvents.pointsEarned,
    { ...whoIs(member), points, orderId },
    aboutMember(member),
  );
}

/**
 * A payment from the balance was taken back: the part of the order's points that it earned goes too, as far as the member
 * still has them. What he has spent meanwhile is named with the movement, and the balance stays above nothing.
 */
export async function unearnPoints(
  work: Work,
  member: MemberRow,
  orderId: string,
  { principalFen, why }: { principalFen: number; why: string },
): Promise<void> {
  const earned = await earnedFor(work, orderId);
  const order = await settledOrder(work, orderId);
  if (!earned || !order || principalFen <= 0) return;
  const before = order.paidFen + principalFen;
  const kept = Math.floor((earned.points * Math.max(0, order.paidFen)) / before);
  const due = earned.points - kept;
  const account = await pointsAccountOf(work, member);
  const points = Math.min(due, account.balance);
  const short = due - points;
  const words = short > 0 ? `${why}（另有 ${short} 分已用掉，未能扣回）` : why;
  if (points > 0) {
    const movement = await recordMovement(work, member, {
      ...{ kind: 'unearn', points: -points, orderId, words },
    });
    await post(work, { accountId: account.id, amount: -points, source: sourceOf(movement) });
  }
  if (due === 0) return;
  const told = { ...whoIs(member), points, short, orderId };
  await work.emit(memberEvents.pointsTakenBack, told, aboutMember(member));
}

/** Pays with points; what they are worth is the rule's. @returns the movement, with its worth in `paidFen` */
export async function payPoints(
  work: Work,
  member: MemberRow,
  points: number,
  orderId: string,
): Promise<MovementRow> {
  const rule = await pointsRuleOf(work, member.orgPath);
  const account = await pointsAccountOf(work, member);
  refuseShort(account.balance, points, '/points');
  const paidFen = points * rule.fenPerPoint;
  const movement = await recordMovement(work, member, {
    kind: 'payPoints',
    points: -points,
    paidFen,
    orderId,
  });
  await post(work, { accountId: account.id, amount: -points, source: sourceOf(movement) });
  await work.emit(
    memberEvents.pointsPaid,
    { ...whoIs(member), points, orderId },
    aboutMember(member),
  );
  return movement;
}

/** Gives or takes points by hand, with a reason. */
export async function correctPoints(
  work: Work,
  membershipId: string,
  { points, reason }: { points: number; reason: string },
): Promise<void> {
  const member = await lockMember(work, membershipId);
  if (points === 0) throw ruleBroken('/points', 'no_points');
  const account = await pointsAccountOf(work, member);
  if (points < 0) refuseShort(account.balance, -points, '/points');
  const words = reason.trim();
  const movement = await recordMovement(work, member, { kind: 'correctPoints', points, words });
  const { validMonths } = await pointsRuleOf(work, member.orgPath);
  const expiresOn = points > 0 ? addMonths(today(work), validMonths) : undefined;
  const source = sourceOf(movement);
  await post(work, { accountId: account.id, amount: points, source, expiresOn });
  await work.emit(memberEvents.pointsCorrected, { ...whoIs(member), points }, aboutMember(member));
}

function refuseShort(balance: number, needed: number, pointer: string): void {
  if (balance < needed)
    throw new Problem(422, 'points_short', { balance, needed }, [
      { pointer, code: 'points_short', facts: { balance, needed } },
    ]);
}

export interface ExpiringPoints {
  onDate: string;
  points: number;
}

/**
 * When what is left expires: points are used in the order in which they expire, so that what is left are the last.
 * @param given what came in by its last day, the latest first
 */
export function expiringOf(balance: number, given: readonly ExpiringPoints[]): ExpiringPoints[] {
  const left: ExpiringPoints[] = [];
  let rest = balance;
  for (const { onDate, points } of given) {
    if (rest === 0) break;
    const part = Math.min(rest, points);
    left.unshift({ onDate, points: part });
    rest -= part;
  }
  return left;
}
