import { type Static, Type } from 'typebox';
import { campaignResult } from '#modules/campaigns/contract.ts';
import {
  count,
  date,
  id,
  instant,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { counted, indicator, placeLine, ruleLine } from './contract-indicators.ts';
import {
  briefGrains,
  briefLife,
  caseReasons,
  indicatorKeys,
  periodGrains,
  unfinishedKinds,
} from './lifecycle.ts';

export {
  type Counted,
  type Indicator,
  type IndicatorRecord,
  type Indicators,
  indicatorRoutes,
  type PlaceLine,
  type RuleLine,
} from './contract-indicators.ts';

const trendPoint = shape({
  fromOn: date,
  untilOn: date,
  cells: Type.Array(shape({ key: oneOf(indicatorKeys), now: counted }), {
    maxItems: indicatorKeys.length,
  }),
});
export type TrendPoint = Static<typeof trendPoint>;

/** A record as it reads now; empty where it is gone, or the reader may not see it. */
const mention = {
  aboutType: oneOf(['complaint', 'matter', 'followUp', 'customer']),
  aboutId: id,
  number: text(40, 'of a complaint'),
  beginning: personalText('words', 160),
};
const notable = shape({ ...mention, reason: oneOf(caseReasons) });
export type Notable = Static<typeof notable>;
const open = shape({
  ...mention,
  isOpen: Type.Boolean({ description: 'still, as it is read now' }),
});
const unfinished = shape({
  kind: oneOf(unfinishedKinds),
  total: count,
  first: Type.Array(open, { maxItems: 20 }),
});
export type Unfinished = Static<typeof unfinished>;

const listed = {
  id,
  orgUnitId: id,
  unitName: text(120),
  grain: oneOf(briefGrains),
  fromOn: date,
  untilOn: date,
  campaignName: text(60, 'of a report on one campaign'),
  state: oneOf(briefLife.states),
  figuresAt: { ...instant, description: 'the figures are as they stood then' },
  signedAt: nullable(instant),
  signedByName: text(80),
};
const listedBrief = shape(listed, { $id: 'ListedBrief' });
export type ListedBrief = Static<typeof listedBrief>;

const words = text(8000);
export const brief = shape(
  {
    ...listed,
    campaign: nullable(campaignResult),
    figures: Type.Array(indicator, { maxItems: indicatorKeys.length }),
    trend: Type.Array(trendPoint, { maxItems: 13, description: 'months, the latest last' }),
    rules: Type.Array(ruleLine, { maxItems: 40 }),
    shops: Type.Array(placeLine, { maxItems: 300 }),
    agents: Type.Array(placeLine, { maxItems: 300 }),
    cases: Type.Array(notable, { maxItems: 8 }),
    unfinished: Type.Array(unfinished, { maxItems: unfinishedKinds.length }),
    summary: words,
    problems: words,
    plan: words,
    steps: Type.Array(stepShape, { maxItems: 5 }),
    version,
  },
  { $id: 'Brief' },
);
export type Brief = Static<typeof brief>;

const one = shape({ briefId: id });

export const briefRoutes = {
  list: route({
    id: 'briefs.list',
    method: 'GET',
    path: '/briefs',
    summary: 'Monthly briefs and yearly summaries, the latest period first',
    access: 'followUps.see',
    query: shape({ ...pageFields, grain: Type.Optional(oneOf(briefGrains)) }),
    reply: listOf(listedBrief),
  }),
  draft: route({
    id: 'briefs.draft',
    method: 'POST',
    path: '/briefs',
    summary:
      'Draw up the brief of a month or the summary of a year now, from the figures as they stand',
    access: 'followUps.supervise',
    rate: 'heavy',
    personal: true,
    body: shape({ grain: oneOf(periodGrains), on: date, orgUnitId: Type.Optional(id) }),
    reply: brief,
    status: 201,
    problems: ['brief_ahead', 'brief_exists', 'day_too_far'],
  }),
  one: route({
    id: 'briefs.one',
    method: 'GET',
    path: '/briefs/:briefId',
    summary: 'A brief: its figures as they were drawn up, its cases, what is unfinished, its words',
    access: 'followUps.see',
    about: 'brief',
    personal: true,
    params: one,
    reply: brief,
  }),
  write: route({
    id: 'briefs.write',
    method: 'PATCH',
    path: '/briefs/:briefId',
    summary: 'Write to a brief until it is signed; the page does so by itself',
    access: 'followUps.supervise',
    about: 'brief',
    personal: true,
    params: one,
    body: shape({
      summary: Type.Optional(words),
      problems: Type.Optional(words),
      plan: Type.Optional(words),
    }),
    reply: brief,
    problems: ['step_not_allowed'],
  }),
  refresh: route({
    id: 'briefs.refresh',
    method: 'POST',
    path: '/briefs/:briefId/refresh',
    summary: 'Count its figures anew; its words stay',
    access: 'followUps.supervise',
    about: 'brief',
    rate: 'heavy',
    personal: true,
    params: one,
    reply: brief,
    problems: ['step_not_allowed'],
  }),
  sign: route({
    id: 'briefs.sign',
    method: 'POST',
    path: '/briefs/:briefId/sign',
    summary: 'Sign it off: figures and words stand from now on',
    access: 'followUps.supervise',
    about: 'brief',
    personal: true,
    params: one,
    reply: brief,
    problems: ['step_not_allowed', 'brief_empty'],
  }),
  print: route({
    id: 'briefs.print',
    method: 'GET',
    path: '/briefs/:briefId/print.pdf',
    summary: 'The brief with its charts on A4',
    access: 'followUps.see',
    about: 'brief',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    audit: 'read',
    params: one,
    reply: Type.Unknown({ description: 'application/pdf' }),
  }),
};

/** The follow-up summary report of one campaign (回访总结报告): a brief, drawn up from what came of it. */
export const campaignReportRoutes = {
  open: route({
    id: 'campaignReports.open',
    method: 'POST',
    path: '/campaigns/:campaignId/report',
    summary: 'The report of a campaign: drawn up now, or as it was drawn up before',
    access: 'followUps.supervise',
    about: 'campaign',
    rate: 'heavy',
    personal: true,
    params: shape({ campaignId: id }),
    reply: brief,
    problems: ['campaign_not_started'],
  }),
};
