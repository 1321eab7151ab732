import type { Tables } from '../types.generated.ts';
import { hisOrders, kept, type MarksOf } from './marks.ts';

/** Work that did not hold: it is his as the order itself is. */
export const ofRepeatRepairs = {
  repeatRepairs: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: hisOrders,
    personal: {
      job: kept('words'),
      symptom: kept('words'),
      reason: kept('words'),
      cause: kept('words'),
    },
    plain:
      'orderId earlierOrderId state attempt deliveredOn days km untilOn untilKm lineId technicianId decidedBy decidedOn decidedAt proofDueAt causeKind judgedBy judgedAt',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
