import { type TSchema, Type } from 'typebox';
import { date, fen, id, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { membership, refundShown } from './contract-record.ts';
import { moneyMethods, refundGrounds } from './lifecycle.ts';

const amountFen = Type.Integer({ minimum: 1, maximum: 100_000_000, description: 'whole fen' });
const one = shape({ membershipId: id });
const take = 'members.take';
const correct = 'members.refund';

const agreed = {
  method: oneOf(moneyMethods),
  termsId: id,
  signedBy: line(80, 'who signed the terms'),
  fileId: Type.Optional(id),
};

/** One act on a membership: the whole record comes back. */
const act = <B extends TSchema>(
  name: string,
  path: string,
  [access, summary]: readonly [access: string, summary: string],
  body: B,
  problems: readonly string[] = [],
) =>
  route({
    id: `members.${name}`,
    method: 'POST',
    path: `/memberships/:membershipId/${path}`,
    summary,
    access,
    about: 'membership',
    personal: true,
    params: one,
    body,
    reply: membership,
    problems,
  });

const decide = <B extends TSchema>(name: string, summary: string, body: B) =>
  route({
    id: `members.${name}Refund`,
    method: 'POST',
    path: `/member-refunds/:refundId/${name}`,
    summary,
    access: correct,
    about: 'memberRefund',
    params: shape({ refundId: id }),
    body,
    reply: refundShown,
    problems: ['person_needed', 'same_person', 'refund_changed', 'step_not_allowed'],
  });

export const memberStepRoutes = {
  join: route({
    id: 'members.join',
    method: 'POST',
    path: '/memberships',
    summary: 'Make a customer a member; who is one stays one',
    access: take,
    personal: true,
    body: shape({ customerId: id }),
    reply: membership,
    status: 201,
    problems: ['customer_unknown'],
  }),
  topUp: act(
    'topUp',
    'top-ups',
    [take, 'Take a prepayment: principal and gift apart, under the terms agreed to'],
    shape({ paidFen: amountFen, giftFen: Type.Optional(fen), ...agreed }),
    ['unit_closed', 'prepayment_stopped', 'terms_outdated', 'file_unknown'],
  ),
  addPaper: route({
    id: 'members.addPaper',
    method: 'POST',
    path: '/memberships/:membershipId/top-ups/:topUpId/paper',
    summary: 'Put the old contract beside a prepayment that was taken over; once',
    access: take,
    about: 'membership',
    personal: true,
    params: shape({ membershipId: id, topUpId: id }),
    body: shape({ fileId: id }),
    reply: membership,
    problems: ['file_unknown', 'paper_there'],
  }),
  buyPackage: act(
    'buyPackage',
    'packages',
    [take, 'Sell a package of services under the terms agreed to'],
    shape({ servicePackageId: id, ...agreed }),
    ['unit_closed', 'prepayment_stopped', 'terms_outdated', 'package_unknown', 'file_unknown'],
  ),
  spend: act(
    'spend',
    'spend',
    [take, 'Pay something at the desk from the balance'],
    shape({
      amountFen,
      listFen: Type.Optional(amountFen),
      words: line(300, 'what was paid'),
    }),
    ['balance_short', 'list_below_price'],
  ),
  usePackage: act(
    'usePackage',
    'uses',
    [take, 'Use one of a package'],
    shape({ packageItemId: id, words: Type.Optional(text(300)) }),
    ['package_over', 'package_item_unknown'],
  ),
  settle: act(
    'settle',
    'settlements',
    [take, 'Settle an order from the balance, points or a package, the rest in money'],
    shape({
      orderId: id,
      totalFen: fen,
      listFen: Type.Optional(fen),
      prepaidFen: Type.Optional(fen),
      points: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
      packages: Type.Optional(
        Type.Array(shape({ packageItemId: id, amountFen }), { maxItems: 20 }),
      ),
      payments: Type.Array(shape({ method: oneOf(moneyMethods), amountFen }), { maxItems: 10 }),
      oldParts: oneOf(['return', 'waive', 'none']),
      note: Type.Optional(text(500)),
    }),
    [
      'order_of_another',
      'balance_short',
      'points_short',
      'package_over',
      'package_item_unknown',
      'list_below_price',
      'above_approved',
      'payments_do_not_add_up',
      'nothing_of_a_member',
      'credit_not_granted',
      'credit_exceeded',
      'package_above_price',
    ],
  ),
  reverse: route({
    id: 'members.reverse',
    method: 'POST',
    path: '/memberships/:membershipId/movements/:movementId/reverse',
    summary: 'Take a payment by balance, points or package back; its order then stands on account',
    access: correct,
    about: 'membership',
    personal: true,
    params: shape({ membershipId: id, movementId: id }),
    body: shape({ reason: line(300) }),
    reply: membership,
    problems: ['not_reversible', 'reversed_already', 'refunded_already', 'movement_of_another'],
  }),
  correctPoints: act(
    'correctPoints',
    'points',
    [correct, 'Give or take points by hand, with a reason'],
    shape({
      points: Type.Integer({ minimum: -10_000_000, maximum: 10_000_000 }),
      reason: line(300),
    }),
    ['points_short', 'no_points'],
  ),
  setTier: act(
    'setTier',
    'tier',
    [correct, 'Give a tier by hand with a reason, or let the rule decide again'],
    shape({
      tier: nullable(line(20, 'null: by the rule again')),
      reason: line(300),
      until: Type.Optional(nullable(date)),
    }),
    ['tier_unknown', 'date_past'],
  ),
  askRefund: act(
    'askRefund',
    'refunds',
    [take, 'Ask for a refund; a second person pays it'],
    shape({
      topUpId: Type.Optional(id),
      packagePurchaseId: Type.Optional(id),
      ground: oneOf(refundGrounds),
      hadSameService: Type.Optional(Type.Boolean()),
      reason: line(500),
    }),
    [
      'person_needed',
      'refund_of_what',
      'seven_days_over',
      'same_service_had',
      'refunded_already',
      'refund_asked_already',
      'opening_paid_elsewhere',
      'opening_unpriced',
    ],
  ),
  payRefund: decide(
    'pay',
    'Pay a refund that another asked for (four eyes)',
    shape({ method: oneOf(moneyMethods), note: Type.Optional(text(300)) }),
  ),
  declineRefund: decide(
    'decline',
    'Decline a refund that another asked for, with a reason',
    shape({ reason: line(300) }),
  ),
};
