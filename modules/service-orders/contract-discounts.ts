import { type Static, Type } from 'typebox';
import { fen, id, line, nullable, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { serviceOrder } from './contract-record.ts';
import { discountAmount } from './contract-shares.ts';

const limit = shape({
  roleKey: line(40),
  percent: Type.Integer({ minimum: 0, maximum: 100, description: 'of the customer’s share' }),
  amountFen: nullable(Type.Integer({ ...fen, description: 'at most; null: only the percentage' })),
});
export type DiscountLimit = Static<typeof limit>;

export const discountLimits = shape(
  {
    limits: Type.Array(limit, { maxItems: 50 }),
    roles: Type.Array(shape({ key: line(40), name: line(40) }), { maxItems: 200 }),
  },
  { $id: 'DiscountLimits' },
);
export type DiscountLimits = Static<typeof discountLimits>;

const about = 'serviceOrder';

/** What may be let off, by whom, and who grants more (WSH-15). */
export const discountRoutes = {
  discountLimits: route({
    id: 'serviceOrders.discountLimits',
    method: 'GET',
    path: '/discount-limits',
    summary: 'How much each role may let off by itself, as it holds at one’s own unit',
    access: 'organisation.manage',
    reply: discountLimits,
  }),
  setDiscountLimits: route({
    id: 'serviceOrders.setDiscountLimits',
    method: 'POST',
    path: '/discount-limits',
    summary: 'Set how much each role may let off, for one’s own unit and what lies below it',
    access: 'organisation.manage',
    body: shape({ limits: Type.Array(limit, { maxItems: 50 }) }),
    reply: discountLimits,
    problems: ['role_unknown', 'discount_role_twice'],
  }),
  askDiscount: {
    ...route({
      id: 'serviceOrders.askDiscount',
      method: 'POST',
      path: '/service-orders/:orderId/discounts',
      summary: 'Let off a sum within one’s own limit, or ask who may let off more',
      access: 'serviceOrders.see',
      about,
      personal: true,
      params: shape({ orderId: id }),
      body: shape({ amountFen: discountAmount, reason: line(300) }),
      reply: serviceOrder,
      problems: ['discount_not_now', 'discount_too_large', 'discount_nobody', 'discount_person'],
    }),
    needsOneOf: ['serviceOrders.receive', 'serviceOrders.settle'],
  },
  decideDiscount: route({
    id: 'serviceOrders.decideDiscount',
    method: 'POST',
    path: '/service-orders/:orderId/discounts/:discountId/decide',
    summary: 'Grant or refuse a discount that another asked for, within one’s own limit',
    access: 'serviceOrders.see',
    about,
    personal: true,
    params: shape({ orderId: id, discountId: id }),
    body: shape({ granted: Type.Boolean(), note: Type.Optional(text(300)) }),
    reply: serviceOrder,
    problems: [
      'discount_not_now',
      'discount_decided',
      'discount_own',
      'discount_person',
      'discount_above_limit',
      'reason_needed',
    ],
  }),
};
