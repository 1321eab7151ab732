import type { Tables } from '../types.generated.ts';
import type { MarksOf } from './marks.ts';

/** Parts issued to orders: things, and who had them; who is charged with one is a matter of the employment. */
export const ofPartIssues = {
  partBalances: {
    of: 'nobody',
    plain: 'orderId lineId place approvedThousandths issuedThousandths',
  },
  partIssues: {
    of: 'nobody',
    plain:
      'orderId lineId place kind number name unit quantityThousandths technicianId oldPart oldPartTag reason issuedBy at',
  },
  partReplies: { of: 'nobody', plain: 'issueId position kind words saidBy at' },
  partWaivers: { of: 'nobody', plain: 'orderId lineId place reason waivedBy at' },
  partCharges: {
    of: 'employee',
    purpose: 'employment',
    keep: 'employment',
    personal: { reason: 'words' },
    plain: 'orderId employeeId kind reversesId cause name amountFen chargedBy at',
  },
  partBarcodes: { of: 'nobody', plain: 'barcode number' },
} as const satisfies Partial<MarksOf<keyof Tables>>;
