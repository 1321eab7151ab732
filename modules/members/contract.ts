import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  sumFen,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { membership, refundShown, refundSum } from './contract-record.ts';
import { memberRules } from './contract-rules.ts';
import { memberStepRoutes } from './contract-steps.ts';
import { ages, refundGrounds } from './lifecycle.ts';

export type * from './contract-record.ts';
export {
  type MemberRules,
  memberRuleRoutes,
  type PrepaidTerms,
  type RateRule,
  type ServicePackage,
  type TierRule,
} from './contract-rules.ts';
export { memberStepRoutes } from './contract-steps.ts';

const memberItem = shape(
  {
    id,
    customerId: id,
    customerName: personalName(80),
    number: line(40),
    tier: line(20),
    tierName: line(20),
    joinedOn: date,
    principalFen: sumFen,
    giftFen: sumFen,
    points: count,
    expiresNextOn: nullable(date),
  },
  { $id: 'MemberItem' },
);
export type MemberItem = Static<typeof memberItem>;

const owed = {
  principalFen: sumFen,
  giftFen: sumFen,
  packagesFen: sumFen,
  /** Of these: what was taken over from another program. */
  openingFen: sumFen,
};
const liability = shape(
  {
    asOf: date,
    isProved: Type.Boolean(),
    totals: shape({ ...owed, points: count, pointsFen: sumFen, allFen: sumFen }),
    byAge: Type.Array(shape({ age: oneOf(ages), ...owed }), { maxItems: 4 }),
    shops: Type.Array(
      shape({
        orgUnitId: id,
        name: line(80),
        members: count,
        ...owed,
        points: count,
        pointsFen: sumFen,
        byAge: Type.Array(shape({ age: oneOf(ages), ...owed }), { maxItems: 4 }),
      }),
      { maxItems: 500 },
    ),
  },
  { $id: 'MemberLiability' },
);
export type Liability = Static<typeof liability>;

const owedLine = shape(
  { orgUnitId: id, shop: line(80), age: oneOf(ages), ...owed },
  { $id: 'MemberLiabilityLine' },
);
export type OwedLine = Static<typeof owedLine>;

/** What a customer has as a member, and the rules by which he gets more. */
export const memberCard = shape(
  { membership: nullable(membership), rules: memberRules },
  { $id: 'MemberCard' },
);
export type MemberCard = Static<typeof memberCard>;

const see = 'members.see';

export const memberReadRoutes = {
  list: route({
    id: 'members.list',
    method: 'GET',
    path: '/memberships',
    summary: 'Members, the latest first',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      q: Type.Optional(text(80, 'number or the beginning of a name')),
      tier: Type.Optional(line(20)),
      holds: Type.Optional(oneOf(['money', 'points', 'packages'])),
      expiresUntil: Type.Optional(date),
    }),
    reply: listOf(memberItem),
  }),
  ofCustomer: route({
    id: 'members.ofCustomer',
    method: 'GET',
    path: '/memberships/of-customer/:customerId',
    summary: 'What a customer has as a member, and the rules that hold; null where he is none',
    access: see,
    about: 'customer',
    personal: true,
    params: shape({ customerId: id }),
    reply: memberCard,
  }),
  refundSum: route({
    id: 'members.refundSum',
    method: 'GET',
    path: '/memberships/:membershipId/refund-sum',
    summary: 'What a refund would come to, step by step',
    access: see,
    about: 'membership',
    params: shape({ membershipId: id }),
    query: shape({
      ground: Type.Optional(oneOf(refundGrounds, 'the customer’s own reason unless given')),
      topUpId: Type.Optional(id),
      packagePurchaseId: Type.Optional(id),
      hadSameService: Type.Optional(Type.Boolean()),
    }),
    reply: refundSum,
    problems: [
      'refund_of_what',
      'seven_days_over',
      'same_service_had',
      'refunded_already',
      'opening_paid_elsewhere',
      'opening_unpriced',
    ],
  }),
  refund: route({
    id: 'members.refund',
    method: 'GET',
    path: '/member-refunds/:refundId',
    summary: 'A refund with its computation',
    access: see,
    about: 'memberRefund',
    params: shape({ refundId: id }),
    reply: refundShown,
  }),
  refundSheet: route({
    id: 'members.refundSheet',
    audit: 'read',
    method: 'GET',
    path: '/member-refunds/:refundId/sheet.pdf',
    summary: 'The computation of a refund on paper, for both signatures; printing is put on record',
    access: see,
    about: 'memberRefund',
    personal: true,
    kind: 'stream',
    rate: 'heavy',
    params: shape({ refundId: id }),
    reply: Type.Unknown({ description: 'application/pdf' }),
    problems: ['print_busy', 'print_too_large', 'print_too_slow'],
  }),
  liability: route({
    id: 'members.liability',
    mayLag: true,
    method: 'GET',
    path: '/membership-liability',
    summary: 'What is owed to members: principal, gifts, packages and points, by shop and by age',
    access: 'members.manage',
    reply: liability,
  }),
  listLiability: route({
    id: 'members.listLiability',
    method: 'GET',
    path: '/membership-liability/lines',
    summary: 'What is owed to members, one line for each shop and age: for a workbook',
    access: 'members.manage',
    query: shape(pageFields),
    reply: listOf(owedLine),
  }),
};

export const memberRoutes = { ...memberReadRoutes, ...memberStepRoutes };
