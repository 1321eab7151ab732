import { type Static, Type } from 'typebox';
import { complaintKinds } from '#modules/complaints/lifecycle.ts';
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
  personalText,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { analysisFields } from './contract-analysis.ts';
import { measure } from './contract-measures.ts';
import { caseReasons, dimensions, grains, reviewLife } from './lifecycle.ts';

export {
  type Analysis,
  analysisRoutes,
  type Bar,
  type BehindFigure,
  type Figure,
  type Pareto,
  type Point,
  type Trend,
} from './contract-analysis.ts';
export { type LawChecklist, lawRoutes } from './contract-law.ts';
export { type Effect, type Measure, measureRoutes } from './contract-measures.ts';

const hotSpot = shape({
  by: oneOf(dimensions),
  key: text(200),
  label: text(200),
  complaints: count,
  before: Type.Integer({ ...count, description: 'in the period before, of the same length' }),
  records: text(2500),
});
export type HotSpot = Static<typeof hotSpot>;
const mention = shape({ id, number: line(30), kind: oneOf(complaintKinds) });
const mentions = shape({ total: count, first: Type.Array(mention, { maxItems: 20 }) });
const discussed = shape({
  id,
  number: line(30),
  kind: oneOf(complaintKinds),
  reason: oneOf(caseReasons),
  beginning: personalText('words', 160, 'as it reads now; empty where it is gone'),
});
export type Discussed = Static<typeof discussed>;

const pack = shape({
  ...analysisFields,
  hotSpots: Type.Array(hotSpot, { maxItems: 12 }),
  overdue: mentions,
  exceptions: mentions,
  cases: Type.Array(discussed, { maxItems: 3 }),
});
export type Pack = Static<typeof pack>;

const listed = {
  id,
  unitName: text(120),
  grain: oneOf(grains),
  fromOn: date,
  untilOn: date,
  state: oneOf(reviewLife.states),
  createdByName: text(80),
  createdAt: instant,
  heldAt: nullable(instant),
};
const listedReview = shape(
  { ...listed, measures: count, measuresOpen: count },
  { $id: 'ListedComplaintReview' },
);
export type ListedReview = Static<typeof listedReview>;

export const review = shape(
  {
    ...listed,
    minutes: text(20_000),
    pack,
    people: Type.Array(shape({ id, name: text(80) }), { maxItems: 100 }),
    measures: Type.Array(measure, { maxItems: 100 }),
    steps: Type.Array(stepShape, { maxItems: 5 }),
    version,
  },
  { $id: 'ComplaintReview' },
);
export type Review = Static<typeof review>;

const one = shape({ complaintReviewId: id });
const invited = Type.Array(id, { minItems: 1, maxItems: 50, uniqueItems: true });

export const reviewRoutes = {
  list: route({
    id: 'complaintReviews.list',
    method: 'GET',
    path: '/complaint-reviews',
    summary: 'Summary meetings, the latest period first',
    access: 'complaints.see',
    query: shape({ ...pageFields }),
    reply: listOf(listedReview),
  }),
  make: route({
    id: 'complaintReviews.make',
    method: 'POST',
    path: '/complaint-reviews',
    summary: 'Make the pack of a period and a unit, as it stands now',
    access: 'complaints.supervise',
    rate: 'heavy',
    personal: true,
    body: shape({
      grain: oneOf(grains),
      on: date,
      orgUnitId: Type.Optional(id),
      employeeIds: Type.Optional(invited),
    }),
    reply: review,
    status: 201,
    problems: ['period_ahead', 'employee_unknown', 'day_too_far'],
  }),
  one: route({
    id: 'complaintReviews.one',
    method: 'GET',
    path: '/complaint-reviews/:complaintReviewId',
    summary: 'A meeting: its pack as it was made, its minutes, its measures with their effect',
    access: 'complaints.see',
    about: 'complaintReview',
    personal: true,
    params: one,
    reply: review,
  }),
  minute: route({
    id: 'complaintReviews.minute',
    method: 'PATCH',
    path: '/complaint-reviews/:complaintReviewId',
    summary: 'Write the minutes; the page does so by itself while they are written',
    access: 'complaints.supervise',
    about: 'complaintReview',
    params: one,
    body: shape({ minutes: text(20_000) }),
    reply: shape({ version }),
    problems: ['step_not_allowed'],
  }),
  invite: route({
    id: 'complaintReviews.invite',
    method: 'POST',
    path: '/complaint-reviews/:complaintReviewId/invite',
    summary: 'Invite colleagues: each finds the pack at his bell',
    access: 'complaints.supervise',
    about: 'complaintReview',
    personal: true,
    params: one,
    body: shape({ employeeIds: invited }),
    reply: review,
    problems: ['step_not_allowed', 'employee_unknown'],
  }),
  hold: route({
    id: 'complaintReviews.hold',
    method: 'POST',
    path: '/complaint-reviews/:complaintReviewId/hold',
    summary: 'The meeting was held: its minutes stand from now on',
    access: 'complaints.supervise',
    about: 'complaintReview',
    personal: true,
    params: one,
    reply: review,
    problems: ['step_not_allowed', 'minutes_missing'],
  }),
  print: route({
    id: 'complaintReviews.print',
    method: 'GET',
    path: '/complaint-reviews/:complaintReviewId/print.pdf',
    summary: 'Pack, minutes and measures on A4',
    access: 'complaints.see',
    about: 'complaintReview',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    audit: 'read',
    params: one,
    reply: Type.Unknown({ description: 'application/pdf' }),
  }),
};
