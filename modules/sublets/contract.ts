import { type Static, Type } from 'typebox';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  plateText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { subletStates } from './lifecycle.ts';

export { type Partner, subletPartnerRoutes } from './contract-partners.ts';

const see = 'serviceOrders.see';
const desk = 'serviceOrders.receive';
const till = 'serviceOrders.settle';

/** May be below zero: a contrary entry, or a job that costs more than it brings. */
const signedFen = Type.Integer({
  minimum: -9_007_199_254_740_991,
  maximum: 9_007_199_254_740_991,
  description: 'whole fen; below zero where it takes back',
});

const listedFields = {
  id,
  version,
  state: oneOf(subletStates),
  orderId: id,
  orderNumber: line(40),
  plate: plateText,
  model: text(120),
  lineId: id,
  job: line(300),
  partnerId: id,
  partnerName: line(120),
  attempt: Type.Integer({ minimum: 1, maximum: 1000, description: 'of this job, given out' }),
  asked: line(500),
  givenAt: instant,
  givenByName: text(80),
  dueAt: instant,
  backAt: nullable(instant),
  backByName: text(80),
  checkedAt: nullable(instant),
  checkedByName: text(80),
  finding: text(500),
  reason: text(300),
  isBooked: Type.Boolean({ description: 'its cost stands in the books' }),
  /** The house's own knowledge: null to who neither receives nor settles. */
  agreedFen: nullable(fen),
  bookedFen: nullable(fen),
};
export const listedSublet = shape(listedFields, { $id: 'ListedSublet' });
export type ListedSublet = Static<typeof listedSublet>;

const costFields = {
  id,
  kind: oneOf(['booked', 'reversed']),
  costFen: signedFen,
  priceFen: signedFen,
  reference: text(60),
  reason: text(300),
  bookedOn: date,
  byName: text(80),
};

export const sublet = shape(
  {
    ...listedFields,
    /** Empty to who may not see what it costs. */
    costs: Type.Array(shape(costFields), { maxItems: 100 }),
    steps: Type.Array(stepShape, { maxItems: 10 }),
  },
  { $id: 'Sublet' },
);
export type Sublet = Static<typeof sublet>;

export const subletCost = shape(
  {
    ...costFields,
    subletId: id,
    orderId: id,
    orderNumber: line(40),
    plate: plateText,
    job: line(300),
    partnerName: line(120),
  },
  { $id: 'SubletCost' },
);
export type SubletCost = Static<typeof subletCost>;

const sumOf = {
  jobs: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000_000 }),
  priceFen: signedFen,
  costFen: signedFen,
  marginFen: signedFen,
  /** marginFen ÷ priceFen, in thousandths; none where nothing is asked. */
  marginRate: nullable(Type.Integer({ minimum: -2_147_483_647, maximum: 1000 })),
};
const figure = shape({
  key: text(60, 'a partner’s id, or a month as YYYY-MM'),
  name: text(120),
  ...sumOf,
});
export type SubletFigure = Static<typeof figure>;
export const subletGroups = ['partner', 'month'] as const;
export type SubletGroup = (typeof subletGroups)[number];

const period = { from: Type.Optional(date), until: Type.Optional(date) };
const ofSublet = {
  about: 'sublet',
  personal: true,
  params: shape({ subletId: id }),
  reply: sublet,
} as const;
const ofOrder = { about: 'serviceOrder', personal: true, params: shape({ orderId: id }) } as const;

export const subletRoutes = {
  list: route({
    id: 'sublets.list',
    method: 'GET',
    path: '/sublets',
    summary: 'Jobs given to other firms, the latest first (外协)',
    access: see,
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(subletStates)),
      partnerId: Type.Optional(id),
    }),
    reply: listOf(listedSublet),
  }),
  ofOrder: route({
    ...ofOrder,
    id: 'sublets.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/sublets',
    summary: 'What of an order is or was with other firms, and which of its jobs may be given out',
    access: see,
    reply: shape({
      items: Type.Array(sublet, { maxItems: 200 }),
      givable: Type.Array(
        shape({ lineId: id, description: line(300), priceFen: fen, attempts: count }),
        { maxItems: 500 },
      ),
    }),
  }),
  give: route({
    ...ofOrder,
    id: 'sublets.give',
    method: 'POST',
    path: '/service-orders/:orderId/sublets',
    summary: 'Give a job that the customer agreed to to another firm (WSH-05)',
    access: desk,
    body: shape({
      lineId: id,
      partnerId: id,
      asked: line(500, 'what it is to do'),
      agreedFen: Type.Integer({ ...fen, description: 'what it asks for, in fen' }),
      dueAt: instant,
    }),
    reply: sublet,
    status: 201,
    problems: [
      'step_not_allowed',
      'order_closed',
      'line_unknown',
      'line_not_approved',
      'line_done',
      'line_outside',
      'sublet_partner_unknown',
      'sublet_partner_unqualified',
      'promise_past',
    ],
  }),
  postpone: route({
    ...ofSublet,
    id: 'sublets.postpone',
    method: 'POST',
    path: '/sublets/:subletId/postpone',
    summary: 'The firm promises it for another time, for a reason (WSH-11)',
    access: desk,
    body: shape({ dueAt: instant, reason: line(300) }),
    problems: ['step_not_allowed', 'promise_past'],
  }),
  takeBack: route({
    ...ofSublet,
    id: 'sublets.takeBack',
    method: 'POST',
    path: '/sublets/:subletId/take-back',
    summary: 'It is back in the house, and waits to be checked',
    access: see,
    needsOneOf: [desk, 'serviceOrders.work'],
    problems: ['step_not_allowed', 'order_closed'],
  }),
  check: route({
    ...ofSublet,
    id: 'sublets.check',
    method: 'POST',
    path: '/sublets/:subletId/check',
    summary: 'Looked at here: passed, the job is done; failed, it is given out again or done here',
    access: see,
    needsOneOf: ['serviceOrders.work', 'serviceOrders.inspect'],
    body: shape({ passed: Type.Boolean(), finding: Type.Optional(text(500)) }),
    problems: ['step_not_allowed', 'order_closed', 'reason_needed'],
  }),
  callOff: route({
    ...ofSublet,
    id: 'sublets.callOff',
    method: 'POST',
    path: '/sublets/:subletId/call-off',
    summary: 'It is taken away from the firm undone, for a reason',
    access: desk,
    body: shape({ reason: line(300) }),
    problems: ['step_not_allowed', 'order_closed'],
  }),
  bookCost: route({
    ...ofSublet,
    id: 'sublets.bookCost',
    method: 'POST',
    path: '/sublets/:subletId/book-cost',
    summary: 'Book what the firm is paid, once; another amount than agreed says why (WSH-15)',
    access: till,
    body: shape({
      costFen: fen,
      reference: Type.Optional(text(60, 'the number of its bill')),
      reason: Type.Optional(text(300)),
    }),
    problems: ['step_not_allowed', 'sublet_booked', 'sublet_cost_reason'],
  }),
  reverseCost: route({
    ...ofSublet,
    id: 'sublets.reverseCost',
    method: 'POST',
    path: '/sublets/:subletId/reverse-cost',
    summary: 'Take a wrong booking back by a contrary entry; then it can be booked anew',
    access: till,
    body: shape({ reason: line(300) }),
    problems: ['sublet_not_booked'],
  }),
  figures: route({
    id: 'sublets.figures',
    method: 'GET',
    path: '/sublets/figures',
    summary: 'Price, cost and margin of subcontracted jobs by firm or month, by what was booked',
    access: till,
    query: shape({ ...period, by: Type.Optional(oneOf(subletGroups)) }),
    reply: shape({
      from: date,
      until: date,
      total: shape(sumOf),
      items: Type.Array(figure, { maxItems: 200 }),
    }),
  }),
  costs: route({
    id: 'sublets.costs',
    method: 'GET',
    path: '/sublets/costs',
    summary: 'The entries that a figure adds up, the latest first',
    access: till,
    personal: true,
    query: shape({ ...pageFields, ...period, partnerId: Type.Optional(id) }),
    reply: listOf(subletCost),
  }),
};
