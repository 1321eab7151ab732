import { type Static, Type } from 'typebox';
import {
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { holdLife, holdOrigins, holdSubjects } from './lifecycle.ts';

const parts = {
  id,
  on: oneOf(holdSubjects, 'what it was placed on'),
  customerId: { ...nullable(id), description: 'whose evidence it is, as far as it is known' },
  vehicleId: nullable(id),
  orderId: nullable(id),
  complaintId: nullable(id),
  orderNumber: text(40),
  complaintNumber: text(40),
  origin: oneOf(holdOrigins),
  reason: text(300),
  isLegal: Type.Boolean({ description: 'placed for a court, an authority or counsel' }),
  authorityFile: text(80, 'the file number there'),
  ruleSource: text(200, 'by which rule it lasts, where it came with a complaint'),
  untilAt: { ...nullable(instant), description: 'lifted by itself then' },
  state: oneOf(holdLife.states),
  placedAt: instant,
  placedByName: text(80, 'empty: the system, for a complaint'),
  liftedAt: nullable(instant),
  liftedByName: text(80, 'empty: lifted by itself'),
  liftReason: text(300),
  waitingSince: {
    ...nullable(instant),
    description: 'since when the erasure of its customer waits behind it',
  },
  steps: Type.Array(stepShape, { maxItems: 2 }),
  version,
};
/** As it stands on the page of what it holds: who that is, the page says. */
const hold = shape(parts, { $id: 'DocumentHold' });
export type DocumentHold = Static<typeof hold>;
const listedHold = shape(
  { ...parts, customerName: personalText('name', 200), plate: plateText },
  { $id: 'ListedDocumentHold' },
);
export type ListedDocumentHold = Static<typeof listedHold>;

/** What is held on one page: the holds that reach it, and whether the caller may place one. */
const holdsOfOne = shape(
  {
    items: Type.Array(hold, { maxItems: 50 }),
    mayPlace: Type.Boolean(),
    subjects: Type.Optional(
      shape({ customerId: nullable(id), vehicleId: nullable(id), orderId: nullable(id) }),
    ),
    waitingSince: {
      ...nullable(instant),
      description: 'since when an erasure waits for what is held here',
    },
  },
  { $id: 'DocumentHoldsOfOne' },
);
export type DocumentHoldsOfOne = Static<typeof holdsOfOne>;
export { holdsOfOne };

const one = shape({ documentHoldId: id });
const supervising = 'complaints.supervise';

export const holdRoutes = {
  list: route({
    id: 'documentHolds.list',
    method: 'GET',
    path: '/document-holds',
    summary: 'The register of evidence that is held, the latest first',
    access: supervising,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(holdLife.states)),
      origin: Type.Optional(oneOf(holdOrigins)),
      isLegal: Type.Optional(Type.Boolean()),
      isWaited: Type.Optional(
        Type.Boolean({ description: 'only those behind which an erasure waits' }),
      ),
    }),
    reply: listOf(listedHold),
  }),
  ofCustomer: route({
    id: 'documentHolds.ofCustomer',
    method: 'GET',
    path: '/customers/:customerId/document-holds',
    summary: 'What holds the evidence of a customer, his cars, visits and complaints',
    access: 'complaints.see',
    about: 'customer',
    params: shape({ customerId: id }),
    reply: holdsOfOne,
  }),
  ofComplaint: route({
    id: 'documentHolds.ofComplaint',
    method: 'GET',
    path: '/complaints/:complaintId/document-holds',
    summary: 'What holds the evidence of a complaint',
    access: 'complaints.see',
    about: 'complaint',
    params: shape({ complaintId: id }),
    reply: holdsOfOne,
  }),
  place: route({
    id: 'documentHolds.place',
    method: 'POST',
    path: '/document-holds',
    summary: 'Hold evidence: nothing of it is destroyed until the hold is lifted (CMP-18)',
    access: supervising,
    body: shape({
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
      orderId: Type.Optional(id),
      complaintId: Type.Optional(id),
      reason: line(300),
      isLegal: Type.Optional(
        Type.Boolean({ description: 'for a court, an authority or counsel: another lifts it' }),
      ),
      authorityFile: Type.Optional(line(80)),
      untilOn: Type.Optional({
        ...date,
        description: 'the last day; left out: until it is lifted',
      }),
    }),
    reply: hold,
    status: 201,
    problems: ['hold_on_one', 'hold_unseen', 'hold_until_past', 'hold_file_not_legal'],
  }),
  lift: route({
    id: 'documentHolds.lift',
    method: 'POST',
    path: '/document-holds/:documentHoldId/lift',
    summary: 'Lift a hold, for a reason: what waited for it is done',
    access: supervising,
    about: 'documentHold',
    params: one,
    body: shape({ reason: line(300) }),
    reply: hold,
    problems: ['step_not_allowed', 'hold_complaint_open', 'hold_second_person'],
  }),
};
