import { Type } from 'typebox';
import { id, nullable } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** Who speaks with customers: the callers, and the desk. */
export const needsOneOf = ['followUps.call', 'serviceOrders.receive'];

/** In a file of its own: every page that calls a customer has it at hand, and nothing else of the telephone. */
export const dialRoute = route({
  id: 'phoneCalls.dial',
  method: 'POST',
  path: '/phone-calls/dial',
  summary:
    'Call a customer by who he is: one’s own telephone rings first; his number is told to nobody',
  access: 'followUps.see',
  needsOneOf,
  writesItself: true,
  rate: 'heavy',
  body: shape({
    customerId: id,
    askedByCustomer: Type.Optional(
      Type.Boolean({ description: 'he asked to be called in the hours of rest' }),
    ),
  }),
  reply: shape({
    isDialled: Type.Boolean({ description: 'false: there is no telephone system; dial yourself' }),
    phoneCallId: nullable(id),
  }),
  problems: [
    'quiet_hours',
    'phone_number_withheld',
    'phone_no_extension',
    'telephony_not_set_up',
    'telephony_not_allowed',
    'telephony_refused',
  ],
});
