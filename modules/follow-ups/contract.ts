import { type Static, Type } from 'typebox';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  mileageKm,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  sumSpan,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { followUpLifecycle, matterLifecycle } from './lifecycle.ts';
import {
  callReasons,
  callResults,
  complaintKinds,
  directions,
  followUpRuleKeys,
  matterKinds,
  questions,
  tellingWays,
  topicKeys,
} from './locales/vocabulary.ts';

const rule = oneOf(followUpRuleKeys);
const states = oneOf(followUpLifecycle.states);
const nameOf = nullable(line(80));

/** Why a follow-up falls into these days: rule, source, anchor, and the closed days that moved it. */
export const whyWindow = shape({
  source: line(200),
  anchor: oneOf(['delivered', 'leftUnrepaired', 'firstDone', 'firstDue']),
  anchorOn: date,
  earliestDays: Type.Integer({ minimum: 0, maximum: 400 }),
  latestDays: Type.Integer({ minimum: 0, maximum: 400 }),
  plannedEarliestOn: date,
  plannedLatestOn: date,
  skipped: Type.Array(shape({ date, moved: oneOf(['earliest', 'latest']), note: text(200) }), {
    maxItems: 400,
  }),
  spans: Type.Array(sumSpan, { maxItems: 400 }),
  dueAt: instant,
});
export type WhyWindow = Static<typeof whyWindow>;

const lock = nullable(shape({ byId: id, byName: line(80), until: instant }));
const customerShown = shape({
  id,
  name: line(200),
  salutation: oneOf(['', 'mr', 'ms']),
  kind: oneOf(['person', 'company']),
  phone: text(60),
});
const vehicleShown = nullable(
  shape({
    id,
    plate: text(20),
    plateColour: oneOf(['blue', 'green', 'yellow', 'yellowGreen', 'white', 'black']),
    model: text(200),
    mileageKm: nullable(mileageKm),
  }),
);
const orderShown = nullable(
  shape({
    id,
    number: line(40),
    kind: line(40),
    customerWords: text(4000),
    endedOn: nullable(date),
    advisorName: nameOf,
  }),
);
const answersShape = shape({
  carState: Type.Optional(oneOf(questions.carState)),
  repaired: Type.Optional(oneOf(questions.repaired)),
  attitude: Type.Optional(oneOf(questions.attitude)),
  explained: Type.Optional(oneOf(questions.explained)),
  onTime: Type.Optional(oneOf(questions.onTime)),
  cleaned: Type.Optional(oneOf(questions.cleaned)),
});
export type Answers = Static<typeof answersShape>;

const base = {
  id,
  rule,
  state: states,
  earliestOn: date,
  latestOn: date,
  tries: count,
  nextTryAt: nullable(instant),
  lock,
  agentId: nullable(id),
  agentName: nameOf,
  customer: customerShown,
  vehicle: vehicleShown,
};

/** A line of the caller's day list. */
export const dueFollowUp = shape(
  {
    ...base,
    dueAt: instant,
    isOverdue: Type.Boolean(),
    hasComplaint: Type.Boolean(),
    hasMatter: Type.Boolean(),
    wishesNoCalls: Type.Boolean(),
    lastVisitOn: nullable(date),
    lastWords: nullable(text(2000)),
    lastWordsAt: nullable(instant),
    spans: Type.Array(sumSpan, { maxItems: 400 }),
  },
  { $id: 'DueFollowUp' },
);
export type DueFollowUp = Static<typeof dueFollowUp>;

/** A line of the register of follow-ups. */
export const followUpEntry = shape(
  { ...base, doneAt: nullable(instant), endReason: text(200), version },
  { $id: 'FollowUpEntry' },
);
export type FollowUpEntry = Static<typeof followUpEntry>;

export const callEntry = shape(
  {
    id,
    followUpId: nullable(id),
    customerId: id,
    customerName: line(200),
    plate: text(20),
    direction: oneOf(directions),
    result: oneOf(callResults),
    reason: text(40),
    topics: Type.Array(oneOf(topicKeys), { maxItems: 20 }),
    answers: answersShape,
    mainPoints: text(4000),
    satisfaction: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
    askedByCustomer: Type.Boolean(),
    byId: id,
    byName: nameOf,
    actingForName: nameOf,
    at: instant,
  },
  { $id: 'FollowUpCall' },
);
export type CallEntry = Static<typeof callEntry>;

const topicShown = shape({
  key: oneOf(topicKeys),
  usedAt: nullable(instant),
  isProposed: Type.Boolean(),
  isWithheld: Type.Boolean({ description: 'an offer, and the customer has not agreed to offers' }),
});
const promiseShown = shape({
  id,
  rule: line(60),
  aboutType: line(40),
  dueAt: instant,
  state: line(20),
});
const briefMatter = shape({
  id,
  kind: oneOf(matterKinds),
  content: text(4000),
  state: oneOf(matterLifecycle.states),
  createdAt: instant,
});
const briefComplaint = shape({
  id,
  number: line(40),
  kind: line(40),
  content: text(4000),
  state: line(40),
  receivedAt: instant,
});

/** All that the caller needs before and while speaking. */
export const followUp = shape(
  {
    ...base,
    version,
    why: whyWindow,
    doneAt: nullable(instant),
    endReason: text(200),
    firstId: nullable(id),
    customerMore: shape({
      address: text(400),
      wishes: text(4000),
      doNotMention: text(4000),
      preferredChannel: line(20),
      callFrom: nullable(text(8)),
      callUntil: nullable(text(8)),
    }),
    quiet: nullable(
      shape({ code: oneOf(['restHours', 'holiday', 'customerHours']), opensAt: instant }),
    ),
    order: orderShown,
    calls: Type.Array(callEntry, { maxItems: 20 }),
    matters: Type.Array(briefMatter, { maxItems: 50 }),
    complaints: Type.Array(briefComplaint, { maxItems: 20 }),
    promises: Type.Array(promiseShown, { maxItems: 50 }),
    topics: Type.Array(topicShown, { maxItems: 20 }),
    mostTries: count,
    steps: Type.Array(stepShape, { maxItems: 10 }),
  },
  { $id: 'FollowUp' },
);
export type FollowUp = Static<typeof followUp>;

const commitmentBrief = nullable(
  shape({
    dueAt: instant,
    warnAt: nullable(instant),
    settledAt: nullable(instant),
    source: text(200),
    spans: Type.Array(sumSpan, { maxItems: 400 }),
  }),
);

export const matter = shape(
  {
    id,
    kind: oneOf(matterKinds),
    content: text(4000),
    state: oneOf(matterLifecycle.states),
    solution: text(4000),
    dropReason: text(400),
    solvedAt: nullable(instant),
    toldAt: nullable(instant),
    toldHow: nullable(oneOf(tellingWays)),
    createdAt: instant,
    ownerId: id,
    ownerName: nameOf,
    callId: nullable(id),
    orderId: nullable(id),
    customer: customerShown,
    vehicle: vehicleShown,
    deadline: commitmentBrief,
    steps: Type.Array(stepShape, { maxItems: 10 }),
    version,
  },
  { $id: 'Matter' },
);
export type Matter = Static<typeof matter>;

const newMatter = shape({
  kind: oneOf(matterKinds),
  content: line(4000),
  solution: Type.Optional(line(4000, 'answered in the same talk: nothing is left to do')),
});
const newComplaint = shape({
  kind: oneOf(complaintKinds),
  content: line(4000),
  aboutWhom: Type.Optional(text(200)),
});
const talkFields = {
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

const recordedCall = shape({
  id,
  followUpState: nullable(states),
  nextTryAt: nullable(instant),
  complaintId: nullable(id),
  matterIds: Type.Array(id, { maxItems: 10 }),
});

const one = shape({ followUpId: id });
const oneMatter = shape({ matterId: id });
const callProblems = [
  'step_not_allowed',
  'version_stale',
  'quiet_hours',
  'locked_by_colleague',
  'reason_of_other_result',
  'main_points_needed',
  'no_talk',
  'next_try_past',
] as const;

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

export const matterRoutes = {
  list: route({
    id: 'matters.list',
    method: 'GET',
    path: '/matters',
    summary: 'Demands, hopes and questions of customers, the oldest first',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(matterLifecycle.states)),
      open: Type.Optional(Type.Boolean({ description: 'what still needs a hand' })),
      mine: Type.Optional(Type.Boolean()),
      customerId: Type.Optional(id),
    }),
    reply: listOf(matter),
  }),
  read: route({
    id: 'matters.read',
    method: 'GET',
    path: '/matters/:matterId',
    summary: 'One matter with its deadline',
    access: 'followUps.see',
    about: 'matter',
    personal: true,
    params: oneMatter,
    reply: matter,
  }),
  solve: route({
    id: 'matters.solve',
    method: 'POST',
    path: '/matters/:matterId/solve',
    summary: 'A solution is found: the customer is told the same day (FUP-05)',
    access: 'followUps.call',
    about: 'matter',
    params: oneMatter,
    body: shape({ solution: line(4000) }),
    reply: matter,
    problems: ['step_not_allowed', 'version_stale'],
  }),
  tell: route({
    id: 'matters.tell',
    method: 'POST',
    path: '/matters/:matterId/tell',
    summary: 'The customer has been told',
    access: 'followUps.call',
    about: 'matter',
    params: oneMatter,
    body: shape({ how: oneOf(['phone', 'message', 'inPerson']) }),
    reply: matter,
    problems: ['step_not_allowed', 'version_stale'],
  }),
  drop: route({
    id: 'matters.drop',
    method: 'POST',
    path: '/matters/:matterId/drop',
    summary: 'Not pursued, with the reason',
    access: 'followUps.supervise',
    about: 'matter',
    params: oneMatter,
    body: shape({ reason: line(400) }),
    reply: matter,
    problems: ['step_not_allowed', 'version_stale'],
  }),
};
