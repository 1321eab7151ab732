import type { Tables } from '../types.generated.ts';
import { his, hisComplaints, hisOrders, hisVehicles, type MarksOf, third } from './marks.ts';

/** What a customer asked for as the person his data speak of, and what came of it. */
export const ofRights = {
  rightsRequests: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    personal: {
      askedByName: third('name'),
      wish: 'words',
      extendReason: 'words',
      answer: 'words',
    },
    plain:
      'number customerId kind channel identityBy state receivedAt dueAt termDays termSource extendedAt complainWay evidenceType evidenceId decidedAt decidedBy',
  },
  processingRestrictions: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    personal: { reason: 'words', endReason: 'words' },
    plain: 'customerId endedAt endedBy',
  },
  documentHolds: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: `${his} or ${hisVehicles} or ${hisOrders} or ${hisComplaints}`,
    personal: { reason: 'words', authorityFile: 'words', liftReason: 'words' },
    plain:
      'customerId vehicleId orderId complaintId origin isLegal ruleSource untilAt state placedAt placedBy liftedAt liftedBy',
  },
} satisfies Partial<MarksOf<keyof Tables>>;
