import type { receiptStates } from '../lifecycle.ts';

interface ReceiptFacts {
  isAnonymous: boolean;
  receiptDueAt: Date | null;
  receiptToldAt: Date | null;
}

/** Whether the complainant still has to hear that it was received, and if not, why (CMP-03). */
export function receiptStateOf(row: ReceiptFacts): (typeof receiptStates)[number] {
  if (row.isAnonymous) return 'nobody';
  if (row.receiptToldAt !== null) return 'told';
  return row.receiptDueAt === null ? 'beforehand' : 'due';
}
export const isReceiptDue = (row: ReceiptFacts) => receiptStateOf(row) === 'due';
