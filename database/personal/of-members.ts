import type { Tables } from '../types.generated.ts';
import { among, his, type MarksOf, third } from './marks.ts';

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
  packageItems: { of: 'nobody', plain: 'packagePurchaseId position name uses unitFen' },
  servicePackages: { of: 'nobody', plain: 'name priceFen items validDays isOffered' },
  prepaidTerms: { of: 'nobody', plain: 'edition content price refund breach' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
