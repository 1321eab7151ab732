import type { Static } from 'typebox';
import { id, instant, line, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';

/** Since when, why and by whom a customer's data is only kept: he is contacted for what he bought or complains of, no more. */
export const restriction = shape(
  { since: instant, reason: text(300), byName: text(80) },
  { $id: 'Restriction' },
);
export type Restriction = Static<typeof restriction>;

const one = shape({ customerId: id });
const why = shape({ reason: line(300) });

export const restrictionRoutes = {
  liftRestriction: route({
    id: 'customers.liftRestriction',
    method: 'POST',
    path: '/customers/:customerId/restriction/lift',
    summary: 'Lift the restriction again, for a reason that is on record',
    access: 'customers.export',
    about: 'customer',
    params: one,
    body: why,
    reply: nothing,
    status: 204,
    problems: ['customer_merged', 'not_restricted', 'erasure_waits'],
  }),
};
