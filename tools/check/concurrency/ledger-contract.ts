import { Type } from 'typebox';
import { id } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

const amount = Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 });
const entries = shape({
  items: Type.Array(shape({ id, amount, balanceAfter: Type.Integer() }), { maxItems: 10 }),
});

/** What stock, prepaid money, coupons and places will do, before their modules are there. */
export const ledgerRoutes = {
  post: route({
    id: 'contest.post',
    method: 'POST',
    path: '/contest/accounts/:accountId/entries',
    summary: 'Move one account',
    access: 'signedIn',
    params: shape({ accountId: id }),
    body: shape({ sourceId: id, amount }),
    reply: entries,
    status: 201,
  }),
  transfer: route({
    id: 'contest.transfer',
    method: 'POST',
    path: '/contest/transfers',
    summary: 'From one account into another',
    access: 'signedIn',
    body: shape({ sourceId: id, from: id, to: id, amount }),
    reply: entries,
    status: 201,
  }),
  reverse: route({
    id: 'contest.reverse',
    method: 'POST',
    path: '/contest/sources/:sourceId/reverse',
    summary: 'Take a movement back',
    access: 'signedIn',
    params: shape({ sourceId: id }),
    body: shape({ byId: id }),
    reply: entries,
    status: 201,
  }),
};
