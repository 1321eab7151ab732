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
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { leftOutReasons } from './contract-reasons.ts';
import { campaignKinds, campaignWays } from './judge/rounds.ts';

/** On which side of a campaign a customer stands; nobody is on two. */
export const resultSides = ['reached', 'missed', 'heldBack', 'leftOut', 'pending'] as const;
export type ResultSide = (typeof resultSides)[number];
/** What is counted of them. */
export const resultFigures = ['answered', 'came', 'spent', 'complained'] as const;
export type ResultFigure = (typeof resultFigures)[number];

const cell = shape({
  figure: oneOf(resultFigures),
  customers: count,
  share: nullable(Type.Number({ minimum: 0, maximum: 1, description: 'of the customers there' })),
  fen: { ...fen, description: 'the settled amount of their visits' },
  records: text(300, 'the query of /campaign-results that lists what is behind it'),
});
const side = shape({
  side: oneOf(resultSides),
  customers: count,
  records: text(300),
  cells: Type.Array(cell, { maxItems: resultFigures.length }),
});
export type ResultLine = Static<typeof side>;

export const campaignResult = shape(
  {
    campaignId: id,
    name: line(60),
    kind: oneOf(campaignKinds),
    sinceOn: date,
    untilOn: { ...date, description: 'the last day that is counted' },
    days: count,
    isOver: Type.Boolean({ description: 'nothing more is counted' }),
    customers: count,
    sides: Type.Array(side, { maxItems: resultSides.length }),
    rounds: Type.Array(
      shape({
        way: oneOf(campaignWays),
        fromOn: date,
        untilOn: date,
        told: { ...count, description: 'to whom it went out' },
        reached: side,
      }),
      { maxItems: 3 },
    ),
    leftOut: Type.Array(shape({ reason: oneOf(leftOutReasons), customers: count }), {
      maxItems: leftOutReasons.length,
    }),
  },
  { $id: 'CampaignResult' },
);
export type CampaignResult = Static<typeof campaignResult>;

const record = shape(
  {
    id,
    at: instant,
    figure: oneOf(['people', ...resultFigures]),
    side: oneOf(resultSides),
    customerId: id,
    customerName: personalName(80),
    aboutType: oneOf(['customer', 'serviceOrder', 'complaint']),
    aboutId: id,
    number: text(40),
    fen,
  },
  { $id: 'CampaignResultRecord' },
);
export type CampaignResultRecord = Static<typeof record>;

export const resultRoutes = {
  show: route({
    id: 'campaignResults.show',
    method: 'GET',
    path: '/campaigns/:campaignId/result',
    summary: 'Reached, answered, came, spent, complained: beside those who were not told',
    access: 'followUps.see',
    about: 'campaign',
    params: shape({ campaignId: id }),
    reply: campaignResult,
    problems: ['campaign_not_started'],
  }),
  list: route({
    id: 'campaignResults.list',
    method: 'GET',
    path: '/campaign-results',
    summary: 'The records behind a figure of a campaign, the latest first',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      campaignId: Type.Optional({ ...id, description: 'of none where none is named' }),
      figure: Type.Optional(oneOf(['people', ...resultFigures])),
      side: Type.Optional(oneOf(resultSides)),
      way: Type.Optional(oneOf(campaignWays, 'those of one round')),
    }),
    reply: listOf(record),
    problems: ['campaign_not_started'],
  }),
};
