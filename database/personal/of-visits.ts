import type { Tables } from '../types.generated.ts';
import { hisOrders, type MarksOf } from './marks.ts';

/** What was agreed on about the price of a visit. */
export const ofVisits = {
  orderDiscounts: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisOrders,
    personal: { reason: 'words', decision: 'words' },
    plain: 'orderId amountFen baseFen state askedBy decidedBy decidedAt',
  },
  visitCounts: { of: 'nobody', plain: 'day visits' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
