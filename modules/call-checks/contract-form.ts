import { type Static, Type } from 'typebox';
import { count, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { drawWays } from './lifecycle.ts';

const points = Type.Integer({ minimum: 0, maximum: 9 });
export const percent = Type.Integer({ minimum: 0, maximum: 100 });

const criterionFields = {
  key: line(40, 'stays the same from edition to edition, so that figures run on'),
  name: line(60),
  hint: text(200, 'when it gets how many points'),
  most: Type.Integer({
    minimum: 1,
    maximum: 9,
    description: 'points at most: one number key gives them',
  }),
  isCritical: Type.Boolean({ description: 'no point here makes the whole check fail' }),
};
export const criterion = shape(criterionFields, { $id: 'CallCheckCriterion' });
export type Criterion = Static<typeof criterion>;
/** `null`: not applicable in this talk. */
export const mark = shape({ key: line(40), points: nullable(points) });
export type Mark = Static<typeof mark>;
export const shownMark = shape({ ...criterionFields, points: nullable(points) });
export type ShownMark = Static<typeof shownMark>;

const formFields = {
  criteria: Type.Array(criterion, { minItems: 1, maxItems: 20 }),
  passPercent: Type.Integer({ minimum: 1, maximum: 100 }),
  source: text(300),
};
export const callCheckForm = shape(
  {
    ...formFields,
    edition: Type.Integer({ minimum: 0, maximum: 1_000_000, description: '0: as shipped' }),
    setAt: text(120, 'of which unit it is; empty: as shipped'),
    ownEdition: count,
    editions: Type.Array(
      shape({ edition: count, byName: text(80), createdAt: instant, criteria: count }),
      { maxItems: 50 },
    ),
  },
  { $id: 'CallCheckForm' },
);
export type CallCheckForm = Static<typeof callCheckForm>;

export const callCheckRule = shape(
  {
    isOn: Type.Boolean(),
    way: oneOf(drawWays),
    amount: Type.Integer({
      minimum: 1,
      maximum: 100,
      description: 'talks of each caller and week, or of a hundred; never more than twenty',
    }),
    termDays: Type.Integer({
      minimum: 1,
      maximum: 30,
      description: 'working days to check them in',
    }),
    source: text(300),
  },
  { $id: 'CallCheckRule' },
);
export type CallCheckRule = Static<typeof callCheckRule>;

const access = 'followUps.supervise';
export const callCheckRuleRoutes = {
  read: route({
    id: 'callCheckRules.read',
    method: 'GET',
    path: '/call-check-rule',
    summary: 'How many talks of each caller are drawn each week, and in what time they are checked',
    access,
    reply: callCheckRule,
  }),
  save: route({
    id: 'callCheckRules.save',
    method: 'POST',
    path: '/call-check-rule',
    summary: 'Set it for one’s own unit and those below it; the night after draws by it',
    access,
    body: callCheckRule,
    reply: callCheckRule,
  }),
  form: route({
    id: 'callCheckRules.form',
    method: 'GET',
    path: '/call-check-form',
    summary: 'By what a talk is judged at one’s own unit, with the editions there were',
    access,
    reply: callCheckForm,
  }),
  saveForm: route({
    id: 'callCheckRules.saveForm',
    method: 'POST',
    path: '/call-check-form',
    summary: 'Write a new edition of the form; what was checked before stays as it was',
    access,
    body: shape({ ...formFields, basedOn: count }),
    reply: callCheckForm,
    status: 201,
    problems: ['check_form_changed', 'check_keys_twice'],
  }),
};

/** What the marks come to in percent of what applied (FUP-11); nothing applied: no score. A critical one without a point: nothing. */
export function scoreOf(marks: readonly Pick<ShownMark, 'most' | 'isCritical' | 'points'>[]): {
  score: number | null;
  isFailed: boolean;
} {
  const given = marks.filter(({ points: got }) => got !== null);
  const isFailed = given.some(({ isCritical, points: got }) => isCritical && got === 0);
  const most = given.reduce((sum, one) => sum + one.most, 0);
  const got = given.reduce((sum, one) => sum + (one.points ?? 0), 0);
  if (isFailed) return { score: 0, isFailed };
  return { score: most === 0 ? null : Math.round((100 * got) / most), isFailed };
}
