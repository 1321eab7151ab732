import type { Tables } from '../types.generated.ts';
import { among, his, hisOrders, type MarksOf, third } from './marks.ts';

const hisMembership = among(
  'membership_id',
  'select m.id from memberships m where m.tenant_id = :tenant and m.customer_id = :customerId',
);

/** What a customer has as a member, what he agreed to, and what was paid back. */
export const ofMembers = {
  memberships: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    personal: { tierReason: 'words' },
    plain: 'customerId number joinedOn tier tierSince tierRule tierUntil spentFen mergedIntoId',
  },
  tierChanges: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisMembership,
    personal: { reason: 'words' },
    plain: 'membershipId fromTier toTier rule spentFen byId at',
  },
  topUps: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisMembership,
    personal: { signedBy: third('name') },
    plain:
      'membershipId number paidFen giftFen giftExpiresOn method termsId fileId paidOn refundedAt withdrawnAt',
  },
  packagePurchases: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisMembership,
    personal: { signedBy: third('name') },
    plain:
      'membershipId servicePackageId number name paidFen method termsId fileId paidOn expiresOn refundedAt withdrawnAt',
  },
  memberMovements: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisMembership,
    personal: { words: 'words' },
    plain:
      'membershipId kind topUpId packageItemId orderId reversesId principalFen giftFen points uses paidFen listFen byId at importBatchId importRow',
  },
  memberRefunds: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisMembership,
    personal: { reason: 'words', decisionNote: 'words' },
    plain:
      'membershipId number topUpId packagePurchaseId ground hadSameService steps refundFen interestFen state askedBy askedAt decidedBy decidedAt method decidedAlone',
  },
  receipts: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    personal: { note: 'words' },
    plain: 'customerId number orderId method amountFen takenBy at',
  },
  paymentRefunds: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisOrders,
    personal: { reason: 'words' },
    plain: 'number orderId paymentId receiptId method amountFen askedBy at',
  },
  refundDecisions: { of: 'nobody', plain: 'refundId isPaid decidedBy alone at' },
  creditTerms: { of: 'nobody', plain: 'customerId limitFen days approvedBy at' },
  receiptAllocations: { of: 'nobody', plain: 'receiptId orderId amountFen at' },
  tillCloses: {
    of: 'nobody',
    plain:
      'number takenBy dayOn sinceAt untilAt sums totalFen floatFen expectedFen counted countedFen reason correctsId writtenBy at',
  },
  tillMovements: { of: 'nobody', plain: 'movementId closeId kind' },
  packageItems: { of: 'nobody', plain: 'packagePurchaseId position name uses unitFen' },
  servicePackages: { of: 'nobody', plain: 'name priceFen items validDays isOffered' },
  prepaidTerms: { of: 'nobody', plain: 'edition content price refund breach' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
