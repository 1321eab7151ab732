import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { occasions } from './lifecycle.ts';

export const figuresBy = ['shop', 'advisor', 'technician', 'period'] as const;

const rate = nullable(Type.Number({ minimum: -100, maximum: 100 }));
/** Rates are null where too few answered for one to mean anything; the counts always stand beside. */
const figures = {
  asked: count,
  answered: count,
  sealed: count,
  low: count,
  rated: count,
  satisfied: count,
  promoters: count,
  passives: count,
  detractors: count,
  responsePercent: rate,
  satisfiedPercent: rate,
  netPromoter: rate,
};
const figureLine = shape({ key: nullable(text(40)), name: nullable(text(80)), ...figures });
export type FigureLine = Static<typeof figureLine>;

export const surveyFigures = shape({
  from: date,
  to: date,
  leastForRate: count,
  total: shape(figures),
  lines: Type.Array(figureLine, { maxItems: 200 }),
});
export type SurveyFigures = Static<typeof surveyFigures>;

const span = { from: date, to: date };

export const patternKinds = ['allTop', 'oneDevice', 'phoneChanged', 'lowMissing'] as const;
const pattern = shape({
  kind: oneOf(patternKinds),
  name: text(120),
  count,
  of: count,
  invitationIds: Type.Array(id, { maxItems: 20 }),
  orderIds: Type.Array(id, { maxItems: 20 }),
});
const patterns = shape({ items: Type.Array(pattern, { maxItems: 200 }) });
export type Patterns = Static<typeof patterns>;

export const figureRoutes = {
  figures: route({
    id: 'surveyFigures.figures',
    mayLag: true,
    method: 'GET',
    path: '/survey-figures',
    summary: 'Satisfaction by shop, advisor, technician or month (SUR-02), each with its counts',
    access: 'followUps.see',
    query: shape({
      ...span,
      by: oneOf(figuresBy),
      occasion: Type.Optional(oneOf(occasions)),
    }),
    reply: surveyFigures,
    problems: ['span_wrong'],
  }),
  patterns: route({
    id: 'surveyFigures.patterns',
    method: 'GET',
    path: '/survey-patterns',
    summary: 'What looks steered: all tens, one device, a telephone changed, low scorers missing',
    access: 'followUps.supervise',
    isHouseWide: true,
    query: shape(span),
    reply: patterns,
    problems: ['span_wrong'],
  }),
};

export const checkOutcomes = ['confirmed', 'differs', 'notAsked', 'unreachable'] as const;

const checkEntry = shape({
  surveyAnswerId: id,
  surveyInvitationId: id,
  customerName: personalName(200),
  customerPhone: personalText('phone', 60),
  shopName: text(80),
  overall: nullable(Type.Integer({ minimum: 1, maximum: 10 })),
  overallOf: nullable(Type.Integer({ minimum: 5, maximum: 10 })),
  recommend: nullable(Type.Integer({ minimum: 0, maximum: 10 })),
  outcome: nullable(oneOf(checkOutcomes)),
  words: personalText('words', 1000),
  checkedByName: nullable(text(80)),
  checkedAt: nullable(instant),
});
const listedSample = {
  id,
  from: date,
  to: date,
  size: Type.Integer({ minimum: 1, maximum: 100 }),
  drawn: count,
  checked: count,
  seed: text(40),
  createdAt: instant,
  createdByName: nullable(line(80)),
};
export const surveySample = shape(
  { ...listedSample, entries: Type.Array(checkEntry, { maxItems: 100 }) },
  { $id: 'SurveySample' },
);
export type SurveySample = Static<typeof surveySample>;

const ofSample = shape({ surveySampleId: id });
const whole = { access: 'followUps.supervise', isHouseWide: true } as const;

/** Headquarters calls again: nobody at the shop knows whom. */
export const sampleRoutes = {
  list: route({
    ...whole,
    id: 'surveySamples.list',
    method: 'GET',
    path: '/survey-samples',
    summary: 'The samples drawn so far, the latest first',
    query: shape({ ...pageFields }),
    reply: listOf(shape(listedSample)),
  }),
  draw: route({
    ...whole,
    id: 'surveySamples.draw',
    method: 'POST',
    path: '/survey-samples',
    summary: 'Draw answers of a span of days at random, to be called again',
    body: shape({ ...span, size: Type.Integer({ minimum: 1, maximum: 100 }) }),
    reply: surveySample,
    status: 201,
    personal: true,
    problems: ['span_wrong', 'nothing_to_draw'],
  }),
  read: route({
    ...whole,
    id: 'surveySamples.read',
    method: 'GET',
    path: '/survey-samples/:surveySampleId',
    summary: 'One sample with whom to call and what came of it',
    about: 'surveySample',
    personal: true,
    params: ofSample,
    reply: surveySample,
  }),
  check: route({
    ...whole,
    id: 'surveySamples.check',
    method: 'POST',
    path: '/survey-samples/:surveySampleId/checks',
    summary: 'What a customer said when he was called again',
    about: 'surveySample',
    personal: true,
    params: ofSample,
    body: shape({
      surveyAnswerId: id,
      outcome: oneOf(checkOutcomes),
      words: text(1000),
    }),
    reply: surveySample,
    problems: ['people_only'],
  }),
};
