import type { Tables } from '../types.generated.ts';
import { hisOrders, kept, type MarksOf, third } from './marks.ts';

/** Work on his car that another firm did, and who is called there. */
export const ofSublets = {
  subletPartners: {
    of: 'employee',
    purpose: 'operation',
    keep: 'employment',
    personal: {
      contactName: third('name'),
      contactPhone: third('phone'),
      address: third('address'),
    },
    plain: 'name trades qualification qualificationUntil paperFileId note isActive',
  },
  sublets: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: hisOrders,
    personal: { asked: kept('words'), finding: kept('words'), reason: kept('words') },
    plain:
      'orderId lineId partnerId state attempt agreedFen givenBy givenAt dueAt backBy backAt checkedBy checkedAt',
  },
  // What the house pays, and nothing of whose car it was.
  subletCosts: {
    of: 'nobody',
    plain: 'subletId partnerId entry kind costFen priceFen reference reason bookedOn bookedBy at',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
