import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalName,
  plateText,
  sumFen,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import {
  lotMethods,
  movementKinds,
  refundGrounds,
  refundLifecycle,
  tierRules,
} from './lifecycle.ts';

const signed = Type.Integer({ minimum: -100_000_000_00, maximum: 100_000_000_00 });

export const memberTier = shape({
  key: line(20),
  name: line(20),
  since: date,
  rule: oneOf(tierRules),
  spentFen: sumFen,
  reason: text(300),
  until: nullable(date),
  benefits: text(200),
  source: text(300),
  next: nullable(shape({ name: line(20), missingFen: sumFen })),
});

export const topUpShown = shape({
  id,
  number: line(40),
  paidOn: date,
  paidFen: sumFen,
  giftFen: sumFen,
  giftExpiresOn: nullable(date),
  principalLeftFen: sumFen,
  giftLeftFen: sumFen,
  method: oneOf(lotMethods),
  /** None of a prepayment that was taken over: it was agreed to elsewhere. */
  edition: nullable(count),
  termsId: nullable(id),
  signedBy: text(80),
  fileId: nullable(id),
  isRefunded: Type.Boolean(),
});

export const purchaseShown = shape({
  id,
  number: line(40),
  name: line(60),
  paidFen: sumFen,
  paidOn: date,
  expiresOn: date,
  isRefunded: Type.Boolean(),
  items: Type.Array(shape({ id, name: line(60), uses: count, left: count, unitFen: sumFen }), {
    maxItems: 20,
  }),
});

export const movementShown = shape({
  id,
  kind: oneOf(movementKinds),
  principalFen: signed,
  giftFen: signed,
  points: signed,
  uses: Type.Integer({ minimum: -100_000, maximum: 100_000 }),
  paidFen: signed,
  orderId: nullable(id),
  orderNumber: nullable(line(40)),
  itemName: nullable(line(60)),
  words: text(300),
  byName: text(80),
  at: instant,
  isReversed: Type.Boolean(),
});

/** One line of a computation; the words are the module’s, filled with the facts. */
export const refundStep = shape({
  step: line(40),
  fen: nullable(signed),
  facts: Type.Record(
    Type.String({ maxLength: 40 }),
    Type.Union([Type.String({ maxLength: 300 }), Type.Number()]),
  ),
});
export type RefundStep = Static<typeof refundStep>;

export const refundSum = shape(
  {
    ground: oneOf(refundGrounds),
    steps: Type.Array(refundStep, { maxItems: 100 }),
    refundFen: sumFen,
    interestFen: sumFen,
    source: text(300),
  },
  { $id: 'RefundSum' },
);
export type RefundSum = Static<typeof refundSum>;

export const refundShown = shape(
  {
    id,
    number: line(40),
    membershipId: id,
    topUpId: nullable(id),
    packagePurchaseId: nullable(id),
    ground: oneOf(refundGrounds),
    reason: line(500),
    steps: Type.Array(refundStep, { maxItems: 100 }),
    refundFen: sumFen,
    interestFen: sumFen,
    state: oneOf(refundLifecycle.states),
    askedById: id,
    askedByName: text(80),
    askedAt: instant,
    decidedByName: nullable(text(80)),
    decidedAt: nullable(instant),
    decisionNote: text(300),
    decidedAlone: Type.Boolean({ description: 'who asked decided it too; nobody else might' }),
    needsAnother: Type.Boolean({ description: 'the caller asked for it; another decides' }),
    version,
  },
  { $id: 'MemberRefund' },
);
export type MemberRefund = Static<typeof refundShown>;

export const membership = shape(
  {
    id,
    customerId: id,
    customerName: personalName(80),
    number: line(40),
    joinedOn: date,
    tier: memberTier,
    tierChanges: Type.Array(
      shape({
        from: nullable(line(20)),
        to: line(20),
        rule: oneOf(tierRules),
        spentFen: sumFen,
        reason: text(300),
        at: instant,
      }),
      { maxItems: 20 },
    ),
    principalFen: sumFen,
    giftFen: sumFen,
    points: count,
    pointsFen: sumFen,
    pointsExpiring: Type.Array(shape({ onDate: date, points: count }), { maxItems: 12 }),
    topUps: Type.Array(topUpShown, { maxItems: 100 }),
    packages: Type.Array(purchaseShown, { maxItems: 100 }),
    movements: Type.Array(movementShown, { maxItems: 50 }),
    refunds: Type.Array(refundShown, { maxItems: 20 }),
    ordersToSettle: Type.Array(shape({ id, number: line(40), plate: plateText, dueFen: sumFen }), {
      maxItems: 20,
    }),
    version,
  },
  { $id: 'Membership' },
);
export type Membership = Static<typeof membership>;
