import { type Static, Type } from 'typebox';
import { count, date, fen, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { fourEyes, rateKinds, spendOrders } from './lifecycle.ts';

const source = line(300, 'the article, clause or decision that the rule comes from');
const key = Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,19}$', maxLength: 20 });

export const tierRule = shape({
  key,
  name: line(20),
  fromFen: fen,
  pointsPercent: Type.Integer({ minimum: 0, maximum: 1000, description: 'of the usual points' }),
  benefits: text(200),
  source,
});
export type TierRule = Static<typeof tierRule>;

export const pointsRule = shape({
  perYuan: Type.Integer({ minimum: 0, maximum: 1000, description: 'points for a yuan settled' }),
  validMonths: Type.Integer({ minimum: 1, maximum: 120 }),
  fenPerPoint: Type.Integer({ minimum: 0, maximum: 10_000, description: 'what a point pays' }),
  source,
});
export type PointsRule = Static<typeof pointsRule>;

export const prepaidRule = shape({
  spending: oneOf(spendOrders, 'in which order principal and gift are used'),
  giftMonths: nullable(Type.Integer({ minimum: 1, maximum: 120, description: 'gifts last' })),
  source,
});
export type PrepaidRule = Static<typeof prepaidRule>;

export const refundRule = shape({
  fourEyes: oneOf(fourEyes, 'whether one who asked may decide where nobody else may'),
  source,
});
export type RefundRule = Static<typeof refundRule>;

export const rateRule = shape({
  kind: oneOf(rateKinds),
  fromOn: date,
  basisPoints: Type.Integer({ minimum: 0, maximum: 5000, description: '300 is 3.00 % a year' }),
  source,
});
export type RateRule = Static<typeof rateRule>;

export const stopRule = shape({
  isStopped: Type.Boolean(),
  reason: text(500),
  since: nullable(instant),
  byName: text(80),
});
export type StopRule = Static<typeof stopRule>;

const termsText = {
  content: line(4000, 'what the customer gets for what he pays before'),
  price: line(2000),
  refund: line(2000, 'in which way, within which time it is paid back'),
  breach: line(2000),
};
export const prepaidTerms = shape(
  { id, edition: count, ...termsText, createdAt: instant },
  { $id: 'PrepaidTerms' },
);
export type PrepaidTerms = Static<typeof prepaidTerms>;

const packageItem = shape({
  name: line(60),
  uses: Type.Integer({ minimum: 1, maximum: 1000 }),
  unitFen: fen,
});
const offer = {
  name: line(60),
  priceFen: Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'fen' }),
  items: Type.Array(packageItem, { minItems: 1, maxItems: 20 }),
  validDays: Type.Integer({ minimum: 1, maximum: 3650 }),
};
export const servicePackage = shape(
  { id, ...offer, isOffered: Type.Boolean() },
  { $id: 'ServicePackage' },
);
export type ServicePackage = Static<typeof servicePackage>;

export const memberRules = shape(
  {
    tiers: Type.Array(tierRule, { maxItems: 10 }),
    points: pointsRule,
    prepaid: prepaidRule,
    refunds: refundRule,
    rates: Type.Array(rateRule, { maxItems: 200 }),
    stop: stopRule,
    terms: nullable(prepaidTerms),
    packages: Type.Array(servicePackage, { maxItems: 200 }),
  },
  { $id: 'MemberRules' },
);
export type MemberRules = Static<typeof memberRules>;

const manage = 'members.manage';

/** The rules of membership as data: tiers, points, prepayment, legal rates, the written terms, what is offered. */
export const memberRuleRoutes = {
  rules: route({
    id: 'members.rules',
    method: 'GET',
    path: '/membership-rules',
    summary: 'Tiers, points, prepayment, rates, terms and packages as they hold here',
    access: 'members.see',
    reply: memberRules,
  }),
  saveRules: route({
    id: 'members.saveRules',
    method: 'POST',
    path: '/membership-rules',
    summary: 'Set tiers, points, prepayment or rates for one’s own unit and what lies below it',
    access: manage,
    body: shape({
      tiers: Type.Optional(Type.Array(tierRule, { minItems: 1, maxItems: 10 })),
      points: Type.Optional(pointsRule),
      prepaid: Type.Optional(prepaidRule),
      refunds: Type.Optional(refundRule),
      rates: Type.Optional(Type.Array(rateRule, { minItems: 2, maxItems: 200 })),
    }),
    reply: memberRules,
    problems: ['tiers_unsound', 'rates_unsound'],
  }),
  writeTerms: route({
    id: 'members.writeTerms',
    method: 'POST',
    path: '/membership-rules/terms',
    summary: 'Write a new edition of the prepayment terms (实施条例 22); earlier ones stay',
    access: manage,
    body: shape(termsText),
    reply: prepaidTerms,
    status: 201,
  }),
  stopPrepayment: route({
    id: 'members.stopPrepayment',
    method: 'POST',
    path: '/membership-rules/stop',
    summary: 'Stop taking prepayment on major risk, or take it again; with a reason (实施条例 22)',
    access: manage,
    body: shape({ isStopped: Type.Boolean(), reason: line(500) }),
    reply: memberRules,
  }),
  offerPackage: route({
    id: 'members.offerPackage',
    method: 'POST',
    path: '/membership-rules/packages',
    summary: 'Offer a package of services',
    access: manage,
    body: shape(offer),
    reply: servicePackage,
    status: 201,
    problems: ['package_dearer'],
  }),
  changeOffer: route({
    id: 'members.changeOffer',
    method: 'POST',
    path: '/membership-rules/packages/:servicePackageId/offer',
    summary: 'Offer a package again, or no longer; what was bought stays',
    access: manage,
    about: 'servicePackage',
    params: shape({ servicePackageId: id }),
    body: shape({ isOffered: Type.Boolean() }),
    reply: servicePackage,
  }),
};
