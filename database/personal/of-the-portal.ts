import type { Tables } from '../types.generated.ts';
import { hisOrders, kept, type MarksOf, third } from './marks.ts';

/** What came and went by the customer's page of his order. */
export const ofThePortal = {
  releasedPhotos: {
    of: 'nobody',
    plain: 'orderId fileId lineId',
  },
  keyTags: {
    of: 'nobody',
    plain: 'orderId linkId sealedUrl printedAt printedBy endedAt',
  },
  orderQuestions: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisOrders,
    personal: { about: 'words', question: 'words', answer: 'words' },
    plain: 'orderId lineId answeredBy answeredAt',
  },
  // The contract of the repair as it was agreed to by telephone: what, for how much, by whom.
  orderSignings: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisOrders,
    personal: {
      statement: kept('words'),
      signedBy: third('name'),
      address: 'device',
      userAgent: 'device',
    },
    plain: 'orderId linkId quoteHash sumFen signatureFileId provedAt confirmedAt at',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
