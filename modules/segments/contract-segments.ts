import { type Static, Type } from 'typebox';
import {
  count,
  date,
  fen,
  id,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { conditions } from './contract-conditions.ts';
import { standings, valueClasses } from './locales/vocabulary.ts';

export const segment = shape(
  {
    id,
    name: line(60),
    ownerId: id,
    ownerName: text(80),
    isShared: Type.Boolean(),
    isMine: Type.Boolean(),
    conditions,
    plans: count,
    version,
  },
  { $id: 'Segment' },
);
export type Segment = Static<typeof segment>;

const member = shape({
  customerId: id,
  name: personalName(80),
  plate: plateText,
  model: text(80),
  standing: oneOf(standings),
  valueClass: oneOf(valueClasses),
  lastVisitOn: nullable(date),
  yearSpendFen: fen,
});
const preview = shape(
  {
    total: count,
    isMore: Type.Boolean({ description: 'there are more than were counted' }),
    sample: Type.Array(member, { maxItems: 20 }),
  },
  { $id: 'SegmentPreview' },
);
export type Preview = Static<typeof preview>;

const held = shape({
  restricted: count,
  noCalls: count,
  reminderOff: count,
  noConsent: count,
  planned: count,
  talked: count,
});
const callPreview = shape(
  { looked: count, callable: count, held, isMore: Type.Boolean() },
  { $id: 'SegmentCallPreview' },
);
export type CallPreview = Static<typeof callPreview>;

const one = shape({ segmentId: id });
const fields = { name: line(60), isShared: Type.Boolean(), conditions };
const callFields = {
  topic: line(200, 'what the call is about; it stands before the caller'),
  isOffer: Type.Boolean({ description: 'commercial: only to who agreed' }),
  budget: Type.Integer({ minimum: 1, maximum: 500, description: 'calls at most' }),
};

export const segmentRoutes = {
  list: route({
    id: 'segments.list',
    method: 'GET',
    path: '/segments',
    summary: 'One’s own segments and those shared in one’s part of the tree, the latest first',
    access: 'followUps.see',
    query: shape(pageFields),
    reply: listOf(segment),
  }),
  preview: route({
    id: 'segments.preview',
    method: 'POST',
    path: '/segment-previews',
    summary: 'How many customers fit these conditions, and some of them',
    access: 'followUps.see',
    personal: true,
    body: shape({ conditions }),
    reply: preview,
    audit: { none: 'asks only: nothing is changed, and phones are not shown' },
  }),
  add: route({
    id: 'segments.add',
    method: 'POST',
    path: '/segments',
    summary: 'Keep conditions under a name',
    access: 'followUps.see',
    body: shape(fields),
    reply: segment,
    status: 201,
    problems: ['reference_unknown'],
  }),
  read: route({
    id: 'segments.read',
    method: 'GET',
    path: '/segments/:segmentId',
    summary: 'One segment with its conditions',
    access: 'followUps.see',
    about: 'segment',
    params: one,
    reply: segment,
  }),
  change: route({
    id: 'segments.change',
    method: 'PATCH',
    path: '/segments/:segmentId',
    summary: 'Change a segment of one’s own; a shared one also whoever supervises',
    access: 'followUps.see',
    about: 'segment',
    params: one,
    body: Type.Partial(shape(fields), { additionalProperties: false }),
    reply: segment,
    problems: ['version_stale', 'not_your_segment', 'reference_unknown'],
  }),
  remove: route({
    id: 'segments.remove',
    method: 'DELETE',
    path: '/segments/:segmentId',
    summary: 'Remove a segment; the calls planned for it stay',
    access: 'followUps.see',
    about: 'segment',
    params: one,
    reply: shape({ id }),
    problems: ['version_stale', 'not_your_segment'],
  }),
  callPreview: route({
    id: 'segments.callPreview',
    method: 'GET',
    path: '/segments/:segmentId/call-preview',
    summary: 'How many of a segment may be called now, and why the others may not',
    access: 'followUps.supervise',
    about: 'segment',
    params: one,
    query: shape({ isOffer: Type.Optional(Type.Boolean()) }),
    reply: callPreview,
  }),
  planCalls: route({
    id: 'segments.planCalls',
    method: 'POST',
    path: '/segments/:segmentId/calls',
    summary: 'Plan calls for a segment, the best customers first, up to a budget (FUP-08)',
    access: 'followUps.supervise',
    about: 'segment',
    params: one,
    body: shape(callFields),
    reply: shape({ planId: nullable(id), planned: count }),
  }),
};
