import type { Tables } from '../types.generated.ts';
import { his, kept, type MarksOf, third } from './marks.ts';

const hisCheckIns =
  'check_in_id in (select c.id from check_ins c where c.tenant_id = :tenant and c.customer_id = :customerId)';

/** How a customer's car was received. */
export const ofCheckIns = {
  checkIns: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'untilErased',
    reach: his,
    personal: { content: 'mixed', abandonReason: 'words' },
    plain: 'vehicleId customerId state orderId closedAt',
  },
  // The contract of the repair (维修合同) as it was signed, with what was put right beside it.
  signedCheckIns: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisCheckIns,
    personal: { content: kept('mixed'), signedBy: third('name') },
    plain: 'checkInId signatureFileId accessoryFileId takenBy at',
  },
  checkInCorrections: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisCheckIns,
    personal: { words: kept('words'), reason: kept('words') },
    plain: 'checkInId writtenBy at',
  },
  checkInPhotos: {
    of: 'customer',
    purpose: 'repairRecord',
    keep: 'repairRecord',
    reach: hisCheckIns,
    personal: { caption: kept('words') },
    plain: 'checkInId fileId markNumber takenAt',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
