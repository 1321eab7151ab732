import { type Static, Type } from 'typebox';
import { restriction } from '#modules/customers/contract.ts';
import { count, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

import { rightsRequest } from './contract-requests.ts';

export {
  type RightsAct,
  type RightsRequest,
  rightsActs,
  rightsRoutes,
} from './contract-requests.ts';

const erasure = shape({
  state: oneOf(
    ['asked', 'held', 'done', 'over'],
    'held: it waits for evidence; over: what the law had kept is gone too',
  ),
  askedAt: instant,
  heldSince: { ...nullable(instant), description: 'since when it waits for evidence that is held' },
  heldUntil: {
    ...nullable(instant),
    description: 'when it is done by itself; null while nobody can say',
  },
  keptUntil: nullable(instant),
});

const personalData = shape(
  {
    customerId: id,
    kept: Type.Array(shape({ what: line(40), rows: count }), { maxItems: 100 }),
    readings: Type.Array(
      shape({
        at: instant,
        event: line(80),
        actorName: Type.String({ maxLength: 200 }),
        reason: text(20, 'what for, where it was asked'),
      }),
      {
        maxItems: 20,
        description: 'who saw him in full of late',
      },
    ),
    readingsByMonth: Type.Array(
      shape({
        month: line(7, 'YYYY-MM'),
        event: line(80),
        actorName: Type.String({ maxLength: 200 }),
        times: count,
      }),
      { maxItems: 200, description: 'who saw him in full within a year, and how often' },
    ),
    /** What he asked for, the latest first. */
    requests: Type.Array(rightsRequest, { maxItems: 20 }),
    restriction: nullable(restriction),
    /** Asked for by the caller and not fetched yet. */
    copyUntil: nullable(instant),
    /** Until then the law has the repair record kept; null where nothing is. */
    keptUntil: nullable(instant),
    erasure: nullable(erasure),
  },
  { $id: 'PersonalData' },
);
export type PersonalData = Static<typeof personalData>;

const one = shape({ customerId: id });

export const privacyRoutes = {
  read: route({
    id: 'privacy.read',
    method: 'GET',
    path: '/customers/:customerId/personal-data',
    summary: 'What is held of a customer, who saw it of late, and whether it is being erased',
    access: 'customers.export',
    about: 'customer',
    personal: true,
    params: one,
    reply: personalData,
  }),
  askCopy: route({
    id: 'privacy.askCopy',
    method: 'POST',
    path: '/customers/:customerId/data-export',
    summary:
      'Ask for a customer’s copy of his data (PIPL art. 45): fetched once, within seven days',
    access: 'customers.export',
    about: 'customer',
    stepUp: true,
    params: one,
    body: shape({ purpose: line(200, 'what the copy is for') }),
    reply: shape({ copyUntil: instant }),
    status: 201,
    problems: ['already_erased'],
  }),
  fetchCopy: route({
    id: 'privacy.fetchCopy',
    method: 'GET',
    path: '/customers/:customerId/data-export',
    summary: 'The copy that the caller asked for, as a ZIP: once',
    access: 'customers.export',
    about: 'customer',
    audit: 'read',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    params: one,
    reply: Type.Unknown({ description: 'bytes' }),
    problems: ['no_copy'],
  }),
  erase: route({
    id: 'privacy.erase',
    method: 'POST',
    path: '/customers/:customerId/erase',
    summary: 'Erase a customer (PIPL art. 47); what the law has kept goes at the end of its term',
    access: 'organisation.manage',
    about: 'customer',
    stepUp: true,
    params: one,
    body: shape({ reason: line(300) }),
    reply: erasure,
    status: 202,
    problems: ['already_erased', 'still_in_house', 'requests_open'],
  }),
};
