import { orderLifecycle } from '#modules/service-orders/lifecycle.ts';
import { settleOrder, takeBackPayment } from '#modules/service-orders/server/index.ts';
import { type Posting, post, reverse } from '#platform/ledger.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { memberStepRoutes } from '../contract-steps.ts';
import { memberEvents } from '../events.ts';
import { reversibleKinds } from '../lifecycle.ts';
import {
  aboutMember,
  lockMember,
  pointsAccountOf,
  recordMovement,
  sourceOf,
  whoIs,
} from './membership.ts';
import { takeUse } from './packages.ts';
import { payPoints, unearnPoints } from './points.ts';
import { spend } from './prepaid.ts';
import {
  type MemberRow,
  type MovementRow,
  movementOf,
  orderSeen,
  refundedLotsOf,
  reversalOf,
  strayedOf,
} from './queries.ts';

type Body = BodyOf<typeof memberStepRoutes.settle>;
type Paid = { method: 'prepaid' | 'points' | 'package'; amountFen: number };

/**
 * Settles an order from what its customer paid before, the rest in money: both or neither. What the order asks of a
 * settlement (never above what was approved, to the fen) the service order itself judges.
 */
export async function settleFromMember(
  work: Work,
  membershipId: string,
  body: Body,
): Promise<void> {
  const member = await lockMember(work, membershipId);
  const order = await orderSeen(work, body.orderId);
  if (!order) throw notFound();
  if (order.customerId !== member.customerId) throw ruleBroken('/orderId', 'order_of_another');
  orderLifecycle.next('settle', order.state);
  const paid = await takeFrom(work, member, body);
  if (paid.length === 0) throw ruleBroken('/prepaidFen', 'nothing_of_a_member');
  const { orderId, totalFen, oldParts, note, payments } = body;
  await settleOrder(
    work,
    { orderId },
    { totalFen, oldParts, note, payments: [...paid, ...payments] },
  );
}

async function takeFrom(work: Work, member: MemberRow, body: Body): Promise<Paid[]> {
  const { orderId, prepaidFen = 0, listFen, points, packages = [] } = body;
  const paid: Paid[] = [];
  for (const [at, { packageItemId, amountFen }] of packages.entries()) {
    const pointer = `/packages/${at}/packageItemId`;
    await takeUse(work, member, packageItemId, { orderId, paidFen: amountFen, pointer });
    paid.push({ method: 'package', amountFen });
  }
  if (points !== undefined) {
    const { paidFen } = await payPoints(work, member, points, orderId);
    if (paidFen > 0) paid.push({ method: 'points', amountFen: paidFen });
  }
  if (prepaidFen > 0) {
    const pointer = '/prepaidFen';
    await spend(work, member, { amountFen: prepaidFen, listFen, orderId, pointer });
    paid.push({ method: 'prepaid', amountFen: prepaidFen });
  }
  return paid;
}

const paidAs: Record<(typeof reversibleKinds)[number], Paid['method']> = {
  spend: 'prepaid',
  payPoints: 'points',
  usePackage: 'package',
};
const isReversible = (kind: string): kind is keyof typeof paidAs =>
  (reversibleKinds as readonly string[]).includes(kind);

/** Takes a payment back by entries of its own; the order that it paid stands on account again. Twice is refused. */
export async function reverseMovement(
  work: Work,
  membershipId: string,
  movementId: string,
  reason: string,
): Promise<void> {
  const member = await lockMember(work, membershipId);
  const moved = await movementOf(work, member.id, movementId);
  if (!moved) throw notFound();
  if (!isReversible(moved.kind)) throw new Problem(409, 'not_reversible');
  if (await reversalOf(work, movementId)) throw new Problem(409, 'reversed_already');
  // What went back to the customer cannot come into the balance again.
  if (await refundedLotsOf(work, movementId)) throw new Problem(409, 'refunded_already');
  if (await strayedOf(work, member.id, movementId)) throw new Problem(409, 'movement_of_another');
  const back = await recordMovement(work, member, {
    kind: 'reverse',
    reversesId: moved.id,
    orderId: moved.orderId,
    packageItemId: moved.packageItemId,
    ...takenBack(moved),
    words: reason.trim(),
  });
  await takeBack(work, member, moved, sourceOf(back));
  if (moved.orderId !== null && moved.paidFen > 0) {
    const payment = { method: paidAs[moved.kind], amountFen: moved.paidFen, note: reason.trim() };
    await takeBackPayment(work, moved.orderId, payment);
    const why = { principalFen: 0 - moved.principalFen, why: reason.trim() };
    await unearnPoints(work, member, moved.orderId, why);
  }
  await work.emit(memberEvents.reversed, { ...whoIs(member), movementId }, aboutMember(member));
}

/**
 * The entries of a movement the other way round. Points of a member who went into this one come back to this one: his own
 * account is closed. Prepayments and packages took their accounts along.
 */
async function takeBack(
  work: Work,
  member: MemberRow,
  moved: MovementRow,
  source: Posting['source'],
): Promise<void> {
  if (moved.membershipId === member.id || moved.kind !== 'payPoints') {
    await reverse(work, sourceOf(moved), source);
    return;
  }
  const { id: accountId } = await pointsAccountOf(work, member);
  await post(work, { accountId, amount: 0 - moved.points, source });
}

/** Nothing becomes −0. */
const takenBack = ({ principalFen, giftFen, points, uses, paidFen }: MovementRow) => ({
  principalFen: 0 - principalFen,
  giftFen: 0 - giftFen,
  points: 0 - points,
  uses: 0 - uses,
  paidFen: 0 - paidFen,
});
