import { type Static, Type } from 'typebox';
import { commitmentShape } from '#modules/commitments/contract.ts';
import { causeKinds, complaintKinds } from '#modules/complaints/lifecycle.ts';
import {
  count,
  date,
  id,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { measureLife, purposes, verdicts } from './lifecycle.ts';

const stretch = shape({ fromOn: date, untilOn: date, complaints: count, visits: count });
const ratio = nullable(Type.Number({ minimum: 0, maximum: 1_000_000_000 }));

/** Whether complaints of that kind became rarer, as far as numbers can tell. */
const effect = shape({
  verdict: oneOf(verdicts),
  before: stretch,
  after: stretch,
  ratio,
  low: ratio,
  high: ratio,
});
export type Effect = Static<typeof effect>;

export const measure = shape(
  {
    id,
    purpose: oneOf(purposes),
    reviewId: nullable(id),
    unitName: text(120),
    riskArea: text(200),
    words: line(1000),
    qualityControl: text(1000),
    education: text(2000),
    effectExpected: text(500),
    kind: nullable(oneOf(complaintKinds)),
    causeKind: nullable(oneOf(causeKinds)),
    ownerId: id,
    ownerName: text(80),
    dueOn: date,
    state: oneOf(measureLife.states),
    doneOn: nullable(date),
    result: text(1000),
    clock: nullable(commitmentShape),
    effect: nullable(effect),
    steps: Type.Array(stepShape, { maxItems: 5 }),
    version,
  },
  { $id: 'ComplaintMeasure' },
);
export type Measure = Static<typeof measure>;

const one = shape({ complaintMeasureId: id });
const written = {
  riskArea: Type.Optional(text(200, 'what is likely to go wrong; needed in a prevention plan')),
  qualityControl: Type.Optional(text(1000)),
  education: Type.Optional(text(2000, 'what customers are told')),
  effectExpected: Type.Optional(text(500)),
};
const refusals = ['owner_unknown', 'risk_needed', 'in_past', 'day_too_far'];

export const measureRoutes = {
  list: route({
    id: 'complaintReviews.listMeasures',
    method: 'GET',
    path: '/complaint-measures',
    summary: 'Measures and prevention plans, the first due first, with what came of them',
    access: 'complaints.see',
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(measureLife.states)),
      purpose: Type.Optional(oneOf(purposes)),
      ownerId: Type.Optional(id),
    }),
    reply: listOf(measure),
  }),
  agree: route({
    id: 'complaintReviews.agreeMeasure',
    method: 'POST',
    path: '/complaint-measures',
    summary:
      'Agree on a measure, or plan against a hot spot: with owner and date, kept as a promise',
    access: 'complaints.supervise',
    body: shape({
      complaintReviewId: Type.Optional(id),
      orgUnitId: Type.Optional(id),
      purpose: oneOf(purposes),
      words: line(1000),
      ...written,
      kind: Type.Optional(nullable(oneOf(complaintKinds))),
      causeKind: Type.Optional(nullable(oneOf(causeKinds))),
      ownerId: id,
      dueOn: date,
    }),
    reply: measure,
    status: 201,
    problems: refusals,
  }),
  change: route({
    id: 'complaintReviews.changeMeasure',
    method: 'PATCH',
    path: '/complaint-measures/:complaintMeasureId',
    summary: 'Change a measure that is open: another owner, another date, other words',
    access: 'complaints.supervise',
    about: 'complaintMeasure',
    params: one,
    body: shape({
      words: Type.Optional(line(1000)),
      ...written,
      ownerId: Type.Optional(id),
      dueOn: Type.Optional(date),
    }),
    reply: measure,
    problems: [...refusals, 'step_not_allowed'],
  }),
  finish: route({
    id: 'complaintReviews.finishMeasure',
    method: 'POST',
    path: '/complaint-measures/:complaintMeasureId/finish',
    summary: 'It is done; from the next day on its effect is measured',
    access: 'complaints.handle',
    about: 'complaintMeasure',
    params: one,
    body: shape({ result: line(1000) }),
    reply: measure,
    problems: ['step_not_allowed', 'not_your_measure'],
  }),
  drop: route({
    id: 'complaintReviews.dropMeasure',
    method: 'POST',
    path: '/complaint-measures/:complaintMeasureId/drop',
    summary: 'It is no longer wanted, and why',
    access: 'complaints.supervise',
    about: 'complaintMeasure',
    params: one,
    body: shape({ reason: line(1000) }),
    reply: measure,
    problems: ['step_not_allowed'],
  }),
};
