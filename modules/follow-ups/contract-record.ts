import { type Static, Type } from 'typebox';
import { reminderKinds } from '#modules/customers/contract.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  mileageKm,
  nullable,
  oneOf,
  personalName,
  personalText,
  plateText,
  stepShape,
  sumSpan,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { followUpLifecycle, matterLifecycle } from './lifecycle.ts';
import {
  callResults,
  directions,
  followUpRuleKeys,
  matterKinds,
  questions,
  reasonKinds,
  ruleChannels,
  topicKeys,
} from './locales/vocabulary.ts';

export const rule = oneOf(followUpRuleKeys);
export const states = oneOf(followUpLifecycle.states);
export const nameOf = nullable(line(80));

/** What a call of a list is about: each thing that is due, one entry a customer (ARC-04). */
export const callReasons = Type.Array(
  shape({
    kind: oneOf(reasonKinds),
    dueOn: nullable(date),
    note: text(200),
    remindedOf: Type.Optional(oneOf(reminderKinds)),
  }),
  { maxItems: 100 },
);

/** Why a follow-up falls into these days: rule, source, anchor, and the closed days that moved it. */
export const whyWindow = shape({
  source: line(200),
  anchor: oneOf([
    'delivered',
    'leftUnrepaired',
    'firstDone',
    'firstDue',
    'missed',
    'complaintClosed',
    'firstRegistered',
    'lastVisit',
    'dueList',
    'segment',
  ]),
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
  reasons: Type.Optional(callReasons),
});
export type WhyWindow = Static<typeof whyWindow>;

export const lock = nullable(shape({ byId: id, byName: line(80), until: instant }));
export const customerShown = shape({
  id,
  name: personalName(200),
  salutation: oneOf(['', 'mr', 'ms']),
  kind: oneOf(['person', 'company']),
  phone: personalText('phone', 60),
});
export const vehicleShown = nullable(
  shape({
    id,
    plate: plateText,
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
export const answersShape = shape({
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
    reasons: callReasons,
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
    customerName: personalName(200),
    plate: plateText,
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
      address: personalText('address', 400),
      wishes: text(4000),
      doNotMention: text(4000),
      preferredChannel: line(20),
      callFrom: nullable(text(8)),
      callUntil: nullable(text(8)),
      isBirthday: Type.Boolean({ description: 'today' }),
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
    channel: oneOf(ruleChannels),
    script: text(600, 'how the rule has the talk begin; empty: the opening of the library'),
    steps: Type.Array(stepShape, { maxItems: 10 }),
  },
  { $id: 'FollowUp' },
);
export type FollowUp = Static<typeof followUp>;
