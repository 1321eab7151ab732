import { type Static, Type } from 'typebox';
import { orderKinds, payers } from '#modules/service-orders/contract.ts';
import { postKeys } from '#modules/staffing/contract.ts';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalName,
  plateText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { customerKinds, occasions, ruleChannels, waysToBeDone } from './locales/vocabulary.ts';

const days = (most: number) => Type.Integer({ minimum: 0, maximum: most });
const someOf = <const Words extends readonly string[]>(words: Words) =>
  Type.Optional(Type.Array(oneOf(words), { maxItems: words.length, uniqueItems: true }));

/** Whom a rule takes in. What is left out or empty asks for nothing. */
const ruleConditions = shape({
  orderKinds: someOf(orderKinds),
  payers: someOf(payers),
  leastFen: Type.Optional(Type.Integer({ ...fen, description: 'the visit came to at least this' })),
  customerKinds: someOf(customerKinds),
});
export type RuleConditions = Static<typeof ruleConditions>;

const terms = {
  isOn: Type.Boolean(),
  earliestDays: days(400),
  latestDays: days(400),
  conditions: ruleConditions,
  channel: oneOf(ruleChannels),
  script: text(600, 'how the talk begins; empty: the opening of the library'),
  mostTries: Type.Integer({ minimum: 1, maximum: 10 }),
  spacingMinutes: Type.Integer({ minimum: 30, maximum: 4800, description: 'of calling hours' }),
  expiresDays: days(180),
  countsAsDone: oneOf(waysToBeDone),
};
const caller = {
  postKey: Type.Optional(oneOf(postKeys, 'who holds this post calls')),
  agentId: Type.Optional(id),
};
const draft = { ...terms, ...caller, startsOn: date };
export const ruleDraft = shape(draft);
export type RuleDraft = Static<typeof ruleDraft>;

export const followUpRule = shape(
  {
    occasion: oneOf(occasions),
    ...terms,
    postKey: nullable(oneOf(postKeys)),
    agentId: nullable(id),
    agentName: text(80),
    startsOn: nullable(date),
    source: line(200),
    ownEdition: count,
    isOwn: Type.Boolean({ description: 'set at one’s own unit' }),
    setAt: text(120, 'the unit whose rule it is; empty: as shipped'),
    changedAt: nullable(instant),
  },
  { $id: 'FollowUpRule' },
);
export type FollowUpRuleShown = Static<typeof followUpRule>;

const edition = shape({
  id,
  edition: count,
  isWithdrawn: Type.Boolean(),
  ...terms,
  postKey: nullable(oneOf(postKeys)),
  agentId: nullable(id),
  agentName: text(80),
  startsOn: date,
  byName: text(80),
  createdAt: instant,
});
export type RuleEditionShown = Static<typeof edition>;

const duePerson = shape({ agentId: nullable(id), name: text(80), planned: count, coming: count });
const dueLine = shape({
  kind: oneOf(['planned', 'coming']),
  onDate: date,
  latestOn: date,
  customerName: personalName(200),
  plate: plateText,
  agentName: text(80),
});
export const rulePreview = shape(
  {
    fromOn: date,
    untilOn: date,
    planned: count,
    coming: count,
    lately: nullable(Type.Integer({ ...count, description: 'such occasions in the last 60 days' })),
    days: Type.Array(shape({ on: date, planned: count, coming: count }), { maxItems: 61 }),
    people: Type.Array(duePerson, { maxItems: 200 }),
    lines: Type.Array(dueLine, { maxItems: 50 }),
  },
  { $id: 'FollowUpRulePreview' },
);
export type RulePreview = Static<typeof rulePreview>;

const one = shape({ occasion: oneOf(occasions) });
const access = 'followUps.supervise';
const problems = [
  'latest_before_earliest',
  'one_caller',
  'agent_cannot_call',
  'condition_not_here',
  'rule_always_on',
];

/** The rules of following up as data, for one's own unit and what lies below it. */
export const followUpRuleRoutes = {
  list: route({
    id: 'followUpRules.list',
    method: 'GET',
    path: '/follow-up-rules',
    summary: 'For what occasions, when and by whom customers are called, as it holds at one’s unit',
    access,
    reply: shape({
      items: Type.Array(followUpRule, { maxItems: occasions.length }),
      callers: Type.Array(shape({ id, name: line(80) }), { maxItems: 50 }),
      posts: Type.Array(shape({ key: oneOf(postKeys), name: line(80) }), {
        maxItems: postKeys.length,
      }),
    }),
  }),
  editions: route({
    id: 'followUpRules.editions',
    method: 'GET',
    path: '/follow-up-rules/:occasion/editions',
    summary: 'How one’s own unit had this rule, the latest first',
    access,
    params: one,
    reply: shape({ items: Type.Array(edition, { maxItems: 50 }) }),
  }),
  set: route({
    id: 'followUpRules.set',
    method: 'POST',
    path: '/follow-up-rules/:occasion',
    summary: 'A new edition of a rule; what is planned keeps the edition that it was planned by',
    access,
    params: one,
    body: shape({ ...draft, basedOn: count }),
    reply: followUpRule,
    problems: ['rule_changed_meanwhile', ...problems],
  }),
  withdraw: route({
    id: 'followUpRules.withdraw',
    method: 'POST',
    path: '/follow-up-rules/:occasion/withdraw',
    summary: 'Give up one’s own rule: what holds above one’s unit, or as shipped, holds again',
    access,
    params: one,
    body: shape({ basedOn: count }),
    reply: followUpRule,
    problems: ['rule_changed_meanwhile', 'rule_not_own'],
  }),
  preview: route({
    id: 'followUpRules.preview',
    method: 'POST',
    path: '/follow-up-rules/:occasion/preview',
    summary: 'What would be due by it in the next 60 days, by day and by person',
    access,
    personal: true,
    rate: 'heavy',
    params: one,
    body: ruleDraft,
    reply: rulePreview,
    problems,
    audit: { none: 'asks only: nothing is changed, and phones are not shown' },
  }),
};
