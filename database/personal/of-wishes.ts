import type { Tables } from '../types.generated.ts';
import { his, hisOrders, type MarksOf } from './marks.ts';

/** What a customer says by himself: of what he wants to be reminded, and what his invoice is to say. */
export const ofWishes = {
  reminderChoices: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: his,
    onErasure: 'ledger',
    personal: { evidence: 'words' },
    plain: 'customerId kind isOn linkId recordedBy at',
  },
  invoices: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisOrders,
    personal: {
      title: 'name',
      taxNumber: 'words',
      address: 'address',
      phone: 'phone',
      bank: 'words',
      account: 'words',
      email: 'words',
      voidReason: 'words',
    },
    plain: 'orderId kind byLinkId askedAt state number amountFen issuedOn issuedBy',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
