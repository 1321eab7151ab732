import { type Static, Type } from 'typebox';
import { fen, id, instant, nullable, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { payers } from './contract-vocabulary.ts';

export const discountStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export const discountAmount = Type.Integer({ ...fen, minimum: 1, description: 'whole fen' });

const discount = shape({
  id,
  amountFen: discountAmount,
  baseFen: Type.Integer({ ...fen, description: 'the customer’s share when it was asked' }),
  reason: text(500),
  state: oneOf(discountStates),
  askedByName: text(80),
  askedAt: instant,
  decidedByName: text(80),
  decidedAt: nullable(instant),
  decision: text(300),
  mayDecide: Type.Boolean({ description: 'whether who reads this may grant or refuse it' }),
});
export type Discount = Static<typeof discount>;

/** Who is asked for what on an order, and what the customer is let off. */
export const orderShares = {
  /** The customer is asked only for his own share. */
  shares: Type.Array(shape({ payer: oneOf(payers), quotedFen: fen, approvedFen: fen }), {
    maxItems: payers.length,
  }),
  discounts: Type.Array(discount, { maxItems: 50 }),
  discountFen: Type.Integer({ ...fen, description: 'let off of what is approved' }),
  dueFen: Type.Integer({ ...fen, description: 'what the settlement comes to at most' }),
  mayLetOffFen: Type.Integer({ ...fen, description: 'what who reads this may let off himself' }),
};
