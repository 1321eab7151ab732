import type { Tables } from '../types.generated.ts';
import { hisOrders, kept, type MarksOf } from './marks.ts';

/** What was told of his car to the authority's archive, and what it said. */
export const ofHealthRecords = {
  healthRecords: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisOrders,
    personal: { said: kept('words'), answers: kept('mixed') },
    plain: 'orderId state missing attempts nextTryAt acceptedAt',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
