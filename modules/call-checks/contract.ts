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
  plateText,
  stepShape,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { mark, percent, shownMark } from './contract-form.ts';
import { checkLife, figureGroups } from './lifecycle.ts';

export * from './contract-form.ts';

const state = oneOf(checkLife.states);
const score = nullable(percent);
const entryFields = {
  id,
  state,
  weekOn: date,
  agentId: id,
  agentName: text(80),
  customerName: personalName(200),
  direction: line(20),
  result: line(20),
  reason: text(40),
  at: instant,
  hasRecording: Type.Boolean(),
  dueAt: instant,
  isOverdue: Type.Boolean({ description: 'not checked in its time' }),
  score,
  firstScore: nullable(percent),
  isFailed: Type.Boolean({ description: 'a critical criterion got nothing' }),
  isPassed: nullable(Type.Boolean()),
  checkedByName: text(80),
  checkedAt: nullable(instant),
  agreed: text(1000),
  agreedOn: nullable(date),
  wasKept: nullable(
    Type.Boolean({ description: 'what was agreed on was kept, as was seen later' }),
  ),
};
export const listedCheck = shape(entryFields, { $id: 'ListedCallCheck' });
export type ListedCheck = Static<typeof listedCheck>;

const talk = shape({
  id,
  followUpId: nullable(id),
  customerId: id,
  plate: plateText,
  orderNumber: text(40),
  topics: Type.Array(line(40), { maxItems: 20 }),
  answers: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 40 })),
  mainPoints: personalText('words', 4000),
  satisfaction: nullable(Type.Integer({ minimum: 1, maximum: 5 })),
  askedByCustomer: Type.Boolean(),
  actingForName: text(80),
  matters: Type.Array(
    shape({ id, kind: line(20), state: line(20), content: personalText('words', 4000) }),
    { maxItems: 20 },
  ),
});
const heard = nullable(
  shape({
    phoneCallId: id,
    seconds: nullable(count),
    fileId: nullable(id),
    isAnnounced: nullable(Type.Boolean()),
  }),
);

export const callCheck = shape(
  {
    ...entryFields,
    talk,
    heard,
    formEdition: count,
    passPercent: percent,
    marks: Type.Array(shownMark, { maxItems: 20 }),
    coaching: text(4000),
    answer: text(1000),
    answeredAt: nullable(instant),
    decision: text(1000),
    decidedByName: text(80),
    lookedWords: text(1000),
    draw: shape({ weekOn: date, seed: text(60), talks: count, drawn: count }),
    earlier: nullable(shape({ id, agreed: text(1000), agreedOn: date, score, checkedAt: instant })),
    nextId: nullable(id),
    steps: Type.Array(stepShape, { maxItems: 6 }),
  },
  { $id: 'CallCheck' },
);
export type CallCheck = Static<typeof callCheck>;

const span = { from: Type.Optional(date), until: Type.Optional(date) };
export const checkFigure = shape({
  key: text(40),
  name: text(80),
  drawn: count,
  checked: count,
  average: nullable(percent),
  failed: count,
  disputed: count,
  overdue: count,
});
export type CheckFigure = Static<typeof checkFigure>;

const see = 'followUps.see';
const supervise = 'followUps.supervise';
const one = {
  about: 'callCheck',
  personal: true,
  params: shape({ callCheckId: id }),
  reply: callCheck,
} as const;
const marks = Type.Array(mark, { minItems: 1, maxItems: 20 });

export const callCheckRoutes = {
  list: route({
    id: 'callChecks.list',
    method: 'GET',
    path: '/call-checks',
    summary: 'Talks that were drawn to be checked, the latest first; never one’s own',
    access: supervise,
    personal: true,
    query: shape({
      ...pageFields,
      ...span,
      state: Type.Optional(state),
      agentId: Type.Optional(id),
      criterion: Type.Optional(line(40, 'those that lost points there')),
      only: Type.Optional(oneOf(['checked', 'failed', 'overdue', 'disputed'])),
    }),
    reply: listOf(listedCheck),
  }),
  mine: route({
    id: 'callChecks.mine',
    method: 'GET',
    path: '/call-checks/mine',
    summary: 'What was found in one’s own talks, the latest first',
    access: see,
    personal: true,
    query: shape({ ...pageFields }),
    reply: listOf(listedCheck),
  }),
  figures: route({
    id: 'callChecks.figures',
    mayLag: true,
    method: 'GET',
    path: '/call-checks/figures',
    summary: 'Checks and their scores by caller, criterion or week, each with its count (FUP-11)',
    access: supervise,
    query: shape({
      ...span,
      by: Type.Optional(oneOf(figureGroups)),
      agentId: Type.Optional(id),
      criterion: Type.Optional(line(40)),
    }),
    reply: shape({
      from: date,
      until: date,
      leastForAverage: count,
      total: checkFigure,
      items: Type.Array(checkFigure, { maxItems: 200 }),
    }),
  }),
  read: route({
    ...one,
    id: 'callChecks.read',
    method: 'GET',
    path: '/call-checks/:callCheckId',
    summary: 'The record of a talk, its recording and the form beside it',
    access: see,
  }),
  check: route({
    ...one,
    id: 'callChecks.check',
    method: 'POST',
    path: '/call-checks/:callCheckId/check',
    summary: 'Judge a talk by the form; the score is reckoned, its caller is told',
    access: supervise,
    body: shape({
      formEdition: count,
      marks,
      coaching: text(4000),
      agreed: Type.Optional(line(1000)),
      agreedOn: Type.Optional(date),
    }),
    problems: [
      'step_not_allowed',
      'check_form_changed',
      'check_marks',
      'check_coaching_needed',
      'check_agreed_day',
      'check_people_only',
    ],
  }),
  agree: route({
    ...one,
    id: 'callChecks.agree',
    method: 'POST',
    path: '/call-checks/:callCheckId/agree',
    summary: 'The caller has read it and agrees, with a word where he likes',
    access: see,
    body: shape({ words: text(1000) }),
    problems: ['step_not_allowed'],
  }),
  disagree: route({
    ...one,
    id: 'callChecks.disagree',
    method: 'POST',
    path: '/call-checks/:callCheckId/disagree',
    summary: 'The caller disagrees and says why: the supervisor looks once more',
    access: see,
    body: shape({ words: line(1000) }),
    problems: ['step_not_allowed'],
  }),
  decide: route({
    ...one,
    id: 'callChecks.decide',
    method: 'POST',
    path: '/call-checks/:callCheckId/decide',
    summary: 'Look once more at what its caller disputes; then it stands',
    access: supervise,
    body: shape({ words: line(1000), marks: Type.Optional(marks) }),
    problems: ['step_not_allowed', 'check_marks', 'check_people_only'],
  }),
  look: route({
    ...one,
    id: 'callChecks.look',
    method: 'POST',
    path: '/call-checks/:callCheckId/look',
    summary: 'Whether what was agreed on in a coaching was kept',
    access: supervise,
    body: shape({ wasKept: Type.Boolean(), words: text(1000) }),
    problems: ['check_nothing_agreed', 'check_people_only'],
  }),
};
