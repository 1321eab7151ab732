import { type Static, Type } from 'typebox';
import {
  count,
  date,
  fen,
  id,
  instant,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { formulaKeys, recencies, standings, valueClasses } from './locales/vocabulary.ts';

export { type Conditions, conditions } from './contract-conditions.ts';
export { type RatingEntry, type RatingRound, ratingRoutes } from './contract-ratings.ts';
export {
  type CallPreview,
  type Preview,
  type Segment,
  segmentRoutes,
} from './contract-segments.ts';

const months = Type.Integer({ minimum: 1, maximum: 120 });
const times = Type.Number({ minimum: 1, maximum: 20, description: 'of the usual interval' });

/** The three formulas with the figures that a tenant may set; `formula` is the one that decides (ARC-06). */
export const formula = shape(
  {
    formula: oneOf(formulaKeys),
    months: shape({ sleepingAfter: months, lostAfter: months }),
    interval: shape({
      sleepingAfter: times,
      lostAfter: times,
      usualDays: Type.Integer({ minimum: 7, maximum: 1000, description: 'below three visits' }),
    }),
    visits: shape({ activeFrom: Type.Integer({ minimum: 1, maximum: 50 }) }),
    value: shape({ highFromFen: fen, middleFromFen: fen }),
  },
  { $id: 'StandingFormula' },
);
export type Formula = Static<typeof formula>;

const byStanding = shape({ active: count, sleeping: count, lost: count, never: count });
const figures = shape(
  {
    formula,
    byFormula: shape({ months: byStanding, interval: byStanding, visits: byStanding }),
    byValue: shape({ high: count, middle: count, low: count, none: count }),
    byRecency: Type.Array(shape({ recency: oneOf(recencies), customers: count }), { maxItems: 10 }),
    changedSince: date,
    changed: byStanding,
    /** When a large house was counted last; null where everybody was counted just now. */
    countedAt: nullable(instant),
  },
  { $id: 'StandingFigures' },
);
export type Figures = Static<typeof figures>;

export const standing = shape(
  {
    customerId: id,
    standing: oneOf(standings),
    formula: oneOf(formulaKeys),
    sinceOn: date,
    lastVisitOn: nullable(date),
    yearVisits: count,
    yearSpendFen: fen,
    twoYearSpendFen: fen,
    intervalDays: nullable(count),
    valueClass: oneOf(valueClasses),
  },
  { $id: 'CustomerStanding' },
);
export type CustomerStanding = Static<typeof standing>;

export const standingChange = shape(
  {
    id,
    customerId: id,
    customerName: personalName(80),
    from: oneOf(standings),
    to: oneOf(standings),
    formula: oneOf(formulaKeys),
    onDate: date,
    lastVisitOn: nullable(date),
    yearSpendFen: fen,
    valueClass: oneOf(valueClasses),
  },
  { $id: 'StandingChange' },
);
export type StandingChange = Static<typeof standingChange>;

export const standingRoutes = {
  figures: route({
    id: 'standings.figures',
    mayLag: true,
    method: 'GET',
    path: '/customer-standings/figures',
    summary: 'How many customers are active, asleep or lost, by each formula, by value and recency',
    access: 'followUps.see',
    reply: figures,
  }),
  changes: route({
    id: 'standings.changes',
    method: 'GET',
    path: '/standing-changes',
    summary: 'Who changed his group, the latest first: who went to sleep this month (ARC-06)',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      to: oneOf(standings),
      'onDate.gte': Type.Optional(date),
      'onDate.lt': Type.Optional(date),
    }),
    reply: listOf(standingChange),
  }),
  ofCustomer: route({
    id: 'standings.ofCustomer',
    method: 'GET',
    path: '/customers/:customerId/standing',
    summary: 'Where one customer stands, by which formula and figures',
    access: 'customers.see',
    about: 'customer',
    params: shape({ customerId: id }),
    reply: standing,
  }),
  choose: route({
    id: 'standings.choose',
    method: 'POST',
    path: '/standing-formula',
    summary: 'Choose the formula of the groups and set its figures, for one’s unit and those below',
    access: 'followUps.supervise',
    body: formula,
    reply: formula,
    problems: ['lost_before_sleeping'],
  }),
};
