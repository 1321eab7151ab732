import { nextNumber } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { whoComesIn } from '#modules/sign-on/server/index.ts';
import { postAll } from '#platform/ledger.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { RefundSum } from '../contract-record.ts';
import type { RefundRule } from '../contract-rules.ts';
import type { memberStepRoutes } from '../contract-steps.ts';
import { memberEvents } from '../events.ts';
import { type RefundGround, refundLifecycle } from '../lifecycle.ts';
import {
  aboutMember,
  lockMember,
  personOf,
  placeOf,
  recordMovement,
  sourceOf,
  today,
  whoIs,
} from './membership.ts';
import { openingRuleOn } from './opening-rules.ts';
import { moveBack } from './prepaid.ts';
import {
  insertRefund,
  lockRefund,
  lotOf,
  type MemberRow,
  openRefundOf,
  type RefundRow,
  refundById,
  updateRefund,
  updateTopUp,
  usedOfLot,
} from './queries.ts';
import { itemsOf, purchaseOf, updatePurchase, usedOfPurchase } from './queries-packages.ts';
import { type PaidBefore, refundSumOf } from './refund-sums.ts';
import { ratesOf, refundRight, refundRuleOf } from './rules.ts';

export interface RefundOf {
  topUpId?: string | null;
  packagePurchaseId?: string | null;
  ground: RefundGround;
  hadSameService?: boolean;
}

/** Works out what a refund comes to today. @throws Problem 422 `refund_of_what`, 409 `refunded_already` */
export async function workOutRefund(
  work: Work,
  member: MemberRow,
  asked: RefundOf,
): Promise<RefundSum> {
  const { ground, hadSameService = false } = asked;
  const before = await paidBefore(work, member, asked);
  const rates = await ratesOf(work, member.orgPath);
  return refundSumOf(before, { ground, hadSameService, onDate: today(work) }, rates);
}

async function paidBefore(work: Work, member: MemberRow, asked: RefundOf): Promise<PaidBefore> {
  const { topUpId, packagePurchaseId } = asked;
  if (topUpId && !packagePurchaseId) return moneyBefore(work, member, topUpId);
  if (packagePurchaseId && !topUpId) return packageBefore(work, member, packagePurchaseId);
  throw ruleBroken('/topUpId', 'refund_of_what');
}

async function moneyBefore(work: Work, member: MemberRow, topUpId: string): Promise<PaidBefore> {
  const lot = await lotOf(work, member.id, topUpId);
  if (!lot || lot.withdrawnAt) throw notFound();
  if (lot.refundedAt) throw new Problem(409, 'refunded_already');
  const { paidFen, giftFen, paidOn } = lot;
  if (lot.method === 'opening') {
    const opening = openingRuleOn(today(work));
    const used = await usedOfLot(work, [lot.principalAccountId]);
    return { kind: 'money', paidFen, worthFen: paidFen, paidOn, opening, ...used };
  }
  const used = await usedOfLot(work, [lot.principalAccountId, lot.giftAccountId]);
  return { kind: 'money', paidFen, worthFen: paidFen + giftFen, paidOn, ...used };
}

async function packageBefore(work: Work, member: MemberRow, id: string): Promise<PaidBefore> {
  const purchase = await purchaseOf(work, member.id, id);
  if (!purchase || purchase.withdrawnAt) throw notFound();
  if (purchase.refundedAt) throw new Problem(409, 'refunded_already');
  const items = await itemsOf(work, id);
  const worthFen = sumFen(items.map(({ uses, unitFen }) => uses * unitFen));
  const usedFen = await usedOfPurchase(work, id);
  const { paidFen, paidOn } = purchase;
  const bought = { paidFen, worthFen, usedFen, usedListFen: usedFen, paidOn };
  if (purchase.method !== 'opening') return { kind: 'package', ...bought };
  if (paidFen === 0) throw ruleBroken('?packagePurchaseId', 'opening_unpriced');
  return { kind: 'package', ...bought, opening: openingRuleOn(today(work)) };
}

/** Puts a refund on record with its computation; another person pays it. */
export async function askRefund(
  work: Work,
  membershipId: string,
  body: BodyOf<typeof memberStepRoutes.askRefund>,
): Promise<void> {
  const member = await lockMember(work, membershipId);
  const askedBy = personOf(work);
  if (askedBy === null) throw new Problem(403, 'person_needed');
  const sum = await workOutRefund(work, member, body);
  const { topUpId = null, packagePurchaseId = null, ground, hadSameService = false } = body;
  if (await openRefundOf(work, (topUpId ?? packagePurchaseId)!)) {
    throw new Problem(409, 'refund_asked_already');
  }
  const row = await insertRefund(work, {
    ...placeOf(member),
    membershipId,
    number: await nextNumber(work, member.orgUnitId, 'memberRefund', 'TK'),
    ...{ topUpId, packagePurchaseId, ground, hadSameService },
    reason: body.reason.trim(),
    ...kept(sum),
    askedBy,
    askedAt: work.now,
  });
  const told = { ...whoIs(member), refundId: row.id, refundFen: sum.refundFen, ground };
  await work.emit(memberEvents.refundAsked, told, aboutMember(member));
}

const kept = ({ steps, refundFen, interestFen }: RefundSum) => ({
  steps: JSON.stringify(steps),
  refundFen,
  interestFen,
});

/** Whether who asked may decide: the rule of the house says so, and nobody else may who can sign in. */
export const isDecidedAlone = (
  { fourEyes }: Pick<RefundRule, 'fourEyes'>,
  isAnotherAble: boolean,
) => fourEyes !== 'always' && !isAnotherAble;

export async function mayDecideAlone(work: Work, orgPath: string): Promise<boolean> {
  const able = (await employeesWith(work, refundRight, orgPath)).map(({ id }) => id);
  const others = able.filter((id) => id !== work.actor.id);
  const isAnotherAble = others.length > 0 && (await whoComesIn(work, others)).length > 0;
  return isDecidedAlone(await refundRuleOf(work, orgPath), isAnotherAble);
}

/** A refund is decided by a second person, where there is one who may: who asked neither pays nor declines it. */
async function beginDecision(work: Work, refundId: string, step: 'pay' | 'decline') {
  const seen = await refundById(work, refundId);
  if (!seen) throw notFound();
  const member = await lockMember(work, seen.membershipId);
  const row = (await lockRefund(work, refundId))!;
  const by = personOf(work);
  if (by === null) throw new Problem(403, 'person_needed');
  const decidedAlone = by === row.askedBy;
  if (decidedAlone && !(await mayDecideAlone(work, member.orgPath)))
    throw new Problem(409, 'same_person');
  const state = refundLifecycle.next(step, row.state);
  return { member, row, decision: { state, decidedBy: by, decidedAt: work.now, decidedAlone } };
}

/** Pays it as it comes to today; if that changed since it was asked, it is asked anew. */
export async function payRefund(
  work: Work,
  refundId: string,
  body: BodyOf<typeof memberStepRoutes.payRefund>,
): Promise<RefundRow> {
  const { member, row, decision } = await beginDecision(work, refundId, 'pay');
  const sum = await workOutRefund(work, member, row);
  if (sum.refundFen !== row.refundFen) throw new Problem(409, 'refund_changed');
  const paidFen = sum.refundFen + sum.interestFen;
  if (row.topUpId !== null) await emptyLot(work, member, row.topUpId, paidFen);
  else await emptyPurchase(work, member, row.packagePurchaseId!, paidFen);
  const { method, note = '' } = body;
  const change = { ...decision, ...kept(sum), method, decisionNote: note.trim() };
  const after = (await updateRefund(work, row.id, change))!;
  const { refundFen, interestFen } = sum;
  const alone = decision.decidedAlone ? { alone: true } : {};
  const told = { ...whoIs(member), refundId, refundFen, interestFen, ...alone };
  await work.emit(memberEvents.refundPaid, told, aboutMember(member));
  return after;
}

/** What is left goes out of the ledger: the shop owes it no longer, whatever it paid for it. */
async function emptyLot(work: Work, member: MemberRow, topUpId: string, paidFen: number) {
  const lot = (await lotOf(work, member.id, topUpId))!;
  const share = { lot, principalFen: lot.principalLeft, giftFen: lot.giftLeft };
  const movement = await recordMovement(work, member, {
    kind: 'refund',
    topUpId,
    principalFen: 0 - lot.principalLeft,
    giftFen: 0 - lot.giftLeft,
    paidFen,
  });
  await moveBack(work, sourceOf(movement), [share]);
  await updateTopUp(work, topUpId, { refundedAt: work.now });
}

async function emptyPurchase(work: Work, member: MemberRow, id: string, paidFen: number) {
  const left = (await itemsOf(work, id)).filter((item) => item.left > 0);
  const uses = 0 - sumFen(left.map((item) => item.left));
  const movement = await recordMovement(work, member, { kind: 'refund', uses, paidFen });
  await postAll(
    work,
    left.map((item) => ({
      accountId: item.accountId,
      amount: -item.left,
      source: sourceOf(movement),
      leg: item.id,
    })),
  );
  await updatePurchase(work, id, { refundedAt: work.now });
}

export async function declineRefund(
  work: Work,
  refundId: string,
  reason: string,
): Promise<RefundRow> {
  const { member, row, decision } = await beginDecision(work, refundId, 'decline');
  const after = await updateRefund(work, row.id, { ...decision, decisionNote: reason.trim() });
  await work.emit(memberEvents.refundDeclined, { ...whoIs(member), refundId }, aboutMember(member));
  return after!;
}
