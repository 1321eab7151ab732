import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, fen, id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const who = { membershipId: id, customerId: id };
const opened = { principalFen: fen, giftFen: fen, points: count, uses: count };
const signed = Type.Integer({ minimum: -100_000_000_00, maximum: 100_000_000_00 });

export const memberEvents = events('membership', {
  joined: shape(who),
  toppedUp: shape({ ...who, topUpId: id, paidFen: fen, giftFen: fen }),
  /** Balances that another program held (期初转入), by a list; and taken back with it. */
  openingCame: shape({ ...who, movementId: id, importBatchId: id, ...opened }),
  openingTakenBack: shape({ ...who, movementId: id, importBatchId: id, ...opened }),
  paperAdded: shape({ ...who, topUpId: id, fileId: id }),
  packageBought: shape({ ...who, packagePurchaseId: id, paidFen: fen }),
  packageUsed: shape({ ...who, packageItemId: id }),
  spent: shape({ ...who, principalFen: fen, giftFen: fen, orderId: nullable(id) }),
  pointsPaid: shape({ ...who, points: count, orderId: nullable(id) }),
  pointsEarned: shape({ ...who, points: count, orderId: id }),
  /** `short` of them he had spent already. */
  pointsTakenBack: shape({ ...who, points: count, short: count, orderId: id }),
  pointsCorrected: shape({ ...who, points: signed }),
  lapsed: shape({ ...who, what: line(20), amount: count }),
  reversed: shape({ ...who, movementId: id }),
  tierChanged: shape({ ...who, from: line(20), to: line(20), rule: line(20) }),
  refundAsked: shape({ ...who, refundId: id, refundFen: fen, ground: line(20) }),
  refundPaid: shape({
    ...{ ...who, refundId: id, refundFen: fen, interestFen: fen },
    /** Who asked paid it too: nobody else in the house might. */
    alone: Type.Optional(Type.Boolean()),
  }),
  refundDeclined: shape({ ...who, refundId: id }),
  refundPrinted: shape({ ...who, refundId: id }),
  merged: shape({ ...who, fromMembershipId: id }),
  /** Taken out again of the membership named. */
  split: shape({ ...who, fromMembershipId: id }),
  /** What members have and what the house owes them is not the same: never expected, always an alarm. */
  unproved: shape({ what: line(80), gap: signed }),
});

export const memberRuleEvents = events('memberRule', {
  changed: shape({ what: line(80) }),
  termsWritten: shape({ termsId: id, edition: count }),
  packageOffered: shape({ servicePackageId: id, isOffered: Type.Boolean() }),
  /** Taking prepayment was stopped on major risk, or begun again (实施条例 22). */
  prepaymentStopped: shape({ isStopped: Type.Boolean(), reason: line(500) }),
});
