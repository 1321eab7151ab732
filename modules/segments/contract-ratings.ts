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
  personalName,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { criteria } from './locales/vocabulary.ts';

const places = Type.Integer({ minimum: 1, maximum: 1000, description: 'ranks kept' });
const round = shape(
  {
    id,
    name: line(60),
    fromOn: date,
    untilOn: date,
    criterion: oneOf(criteria),
    places,
    frozenAt: nullable(instant),
    version,
  },
  { $id: 'RatingRound' },
);
export type RatingRound = Static<typeof round>;

const entry = shape(
  { customerId: id, name: personalName(80), rank: count, visits: count, spendFen: fen },
  { $id: 'RatingEntry' },
);
export type RatingEntry = Static<typeof entry>;
const one = shape({ roundId: id });

export const ratingRoutes = {
  list: route({
    id: 'ratings.list',
    method: 'GET',
    path: '/rating-rounds',
    summary: 'The rounds of the customer rating (客户评比), the latest first',
    access: 'followUps.see',
    query: shape(pageFields),
    reply: listOf(round),
  }),
  open: route({
    id: 'ratings.open',
    method: 'POST',
    path: '/rating-rounds',
    summary: 'Begin a rating: period, criterion, how many places',
    access: 'followUps.supervise',
    body: shape({
      name: line(60),
      fromOn: date,
      untilOn: date,
      criterion: oneOf(criteria),
      places,
    }),
    reply: round,
    status: 201,
    problems: ['round_ends_before'],
  }),
  read: route({
    id: 'ratings.read',
    method: 'GET',
    path: '/rating-rounds/:roundId',
    summary: 'One round: period, criterion, whether it is frozen',
    access: 'followUps.see',
    about: 'ratingRound',
    params: one,
    reply: round,
  }),
  entries: route({
    id: 'ratings.entries',
    method: 'GET',
    path: '/rating-rounds/:roundId/entries',
    summary: 'The ranking: as it stands now, and once frozen as it was',
    access: 'followUps.see',
    about: 'ratingRound',
    personal: true,
    params: one,
    query: shape(pageFields),
    reply: listOf(entry),
  }),
  freeze: route({
    id: 'ratings.freeze',
    method: 'POST',
    path: '/rating-rounds/:roundId/freeze',
    summary: 'Keep the ranking as it is, for good; not before the period is over',
    access: 'followUps.supervise',
    about: 'ratingRound',
    params: one,
    reply: round,
    problems: ['step_not_allowed', 'round_not_over'],
  }),
};
