import { Type } from 'typebox';
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
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { callProblems, recordedCall, talkFields } from './contract-calls.ts';
import { dueFollowUp, followUp, followUpEntry, lock, rule, states } from './contract-record.ts';
import { directions } from './locales/vocabulary.ts';

export {
  callRoutes,
  type NewComplaint,
  type NewMatter,
  newComplaint,
  newMatter,
} from './contract-calls.ts';
export { loadRoutes } from './contract-loads.ts';
export { type Matter, matterRoutes } from './contract-matters.ts';
export type {
  Answers,
  CallEntry,
  DueFollowUp,
  FollowUp,
  FollowUpEntry,
  WhyWindow,
} from './contract-record.ts';
export {
  type FollowUpRuleShown,
  followUpRuleRoutes,
  type RuleDraft,
  type RuleEditionShown,
  type RulePreview,
} from './contract-rules.ts';

const one = shape({ followUpId: id });

export const followUpRoutes = {
  due: route({
    id: 'followUps.due',
    method: 'GET',
    path: '/follow-ups/due',
    summary: 'Whom to call today: in their window or past it, first what is lost if it waits',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      on: Type.Optional(date),
      mine: Type.Optional(Type.Boolean({ description: 'one’s own and those one stands in for' })),
    }),
    reply: shape({
      items: Type.Array(dueFollowUp, { maxItems: 200 }),
      nextCursor: nullable(Type.String({ maxLength: 500 })),
      total: Type.Optional(count),
      on: date,
      doneToday: count,
    }),
  }),
  list: route({
    id: 'followUps.list',
    method: 'GET',
    path: '/follow-ups',
    summary: 'The register of follow-ups, the latest window first',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(states),
      rule: Type.Optional(rule),
      agentId: Type.Optional(id),
      customerId: Type.Optional(id),
      orderId: Type.Optional(id),
      'latestOn.gte': Type.Optional(date),
      'latestOn.lt': Type.Optional(date),
    }),
    reply: listOf(followUpEntry),
  }),
  read: route({
    id: 'followUps.read',
    method: 'GET',
    path: '/follow-ups/:followUpId',
    summary: 'Who, car, last words, open promises, topics and their use: all for the call',
    access: 'followUps.see',
    about: 'followUp',
    personal: true,
    params: one,
    reply: followUp,
  }),
  lock: route({
    id: 'followUps.lock',
    method: 'POST',
    path: '/follow-ups/:followUpId/lock',
    summary: 'Keep it for ten minutes while dialling, so that no colleague calls too',
    access: 'followUps.call',
    about: 'followUp',
    params: one,
    body: shape({ askedByCustomer: Type.Optional(Type.Boolean()) }),
    reply: shape({ lock, version }),
    problems: ['step_not_allowed', 'quiet_hours', 'locked_by_colleague'],
  }),
  record: route({
    id: 'followUps.record',
    method: 'POST',
    path: '/follow-ups/:followUpId/calls',
    summary: 'Record a try or a talk; matters and a complaint come of it in the same step',
    access: 'followUps.call',
    about: 'followUp',
    params: one,
    body: shape({
      ...talkFields,
      direction: Type.Optional(oneOf(directions)),
      nextTryAt: Type.Optional(instant),
      askedByCustomer: Type.Optional(Type.Boolean()),
    }),
    reply: recordedCall,
    status: 201,
    problems: callProblems,
  }),
  assign: route({
    id: 'followUps.assign',
    method: 'POST',
    path: '/follow-ups/:followUpId/assign',
    summary: 'Give it to another caller',
    access: 'followUps.supervise',
    about: 'followUp',
    params: one,
    body: shape({ agentId: id }),
    reply: shape({ id, agentId: id, version }),
    problems: ['step_not_allowed', 'version_stale', 'agent_cannot_call'],
  }),
  cancel: route({
    id: 'followUps.cancel',
    method: 'POST',
    path: '/follow-ups/:followUpId/cancel',
    summary: 'Let it go, with the reason',
    access: 'followUps.supervise',
    about: 'followUp',
    params: one,
    body: shape({ reason: line(200) }),
    reply: shape({ id, state: states, version }),
    problems: ['step_not_allowed', 'version_stale'],
  }),
};
