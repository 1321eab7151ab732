import { type Static, Type } from 'typebox';
import { id, instant, line, listOf, nullable, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { answersShape, callEntry, states } from './contract-record.ts';
import {
  callReasons,
  callResults,
  complaintKinds,
  directions,
  matterKinds,
  topicKeys,
} from './locales/vocabulary.ts';

export const newMatter = shape({
  kind: oneOf(matterKinds),
  content: line(4000),
  solution: Type.Optional(line(4000, 'answered in the same talk: nothing is left to do')),
});
export const newComplaint = shape({
  kind: oneOf(complaintKinds),
  content: line(4000),
  aboutWhom: Type.Optional(text(200)),
});
export const talkFields = {
  result: oneOf(callResults),
  reason: oneOf(callReasons),
  topics: Type.Optional(Type.Array(oneOf(topicKeys), { maxItems: 20, uniqueItems: true })),
  answers: Type.Optional(answersShape),
  mainPoints: Type.Optional(text(4000)),
  satisfaction: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  matters: Type.Optional(Type.Array(newMatter, { maxItems: 10 })),
  complaint: Type.Optional(newComplaint),
};
export type NewMatter = Static<typeof newMatter>;
export type NewComplaint = Static<typeof newComplaint>;

export const recordedCall = shape({
  id,
  followUpState: nullable(states),
  nextTryAt: nullable(instant),
  complaintId: nullable(id),
  matterIds: Type.Array(id, { maxItems: 10 }),
});

export const callProblems = [
  'step_not_allowed',
  'version_stale',
  'quiet_hours',
  'locked_by_colleague',
  'reason_of_other_result',
  'main_points_needed',
  'no_talk',
  'next_try_past',
] as const;

export const callRoutes = {
  list: route({
    id: 'followUpCalls.list',
    method: 'GET',
    path: '/follow-up-calls',
    summary: 'Every try, talk, call-in and visit in person (追踪服务登记表), the latest first',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      customerId: Type.Optional(id),
      followUpId: Type.Optional(id),
      byId: Type.Optional(id),
      direction: Type.Optional(oneOf(directions)),
      result: Type.Optional(oneOf(callResults)),
      'at.gte': Type.Optional(instant),
      'at.lt': Type.Optional(instant),
    }),
    reply: listOf(callEntry),
  }),
  recordFor: route({
    id: 'followUpCalls.recordFor',
    method: 'POST',
    path: '/customers/:customerId/calls',
    summary: 'Record a call-in or a visit in person; it may settle an open follow-up',
    access: 'followUps.call',
    about: 'customer',
    params: shape({ customerId: id }),
    body: shape({
      ...talkFields,
      direction: oneOf(['in', 'visit']),
      followUpId: Type.Optional(id),
      vehicleId: Type.Optional(id),
      orderId: Type.Optional(id),
    }),
    reply: recordedCall,
    status: 201,
    problems: callProblems,
  }),
};
