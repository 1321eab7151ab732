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
  personalText,
  plateText,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { indicatorGrains, indicatorKeys } from './lifecycle.ts';

const share = nullable(Type.Number({ minimum: 0, maximum: 1 }));

/** A part and the whole that it is of. */
export const counted = shape({ value: count, of: count, share });
export type Counted = Static<typeof counted>;

export const indicator = shape({
  key: oneOf(indicatorKeys),
  now: counted,
  before: { ...counted, description: 'the period before, of the same length' },
  yearAgo: { ...counted, description: 'the same period a year before' },
  records: text(400, 'the query of /indicators/records that lists what is behind it'),
});
export type Indicator = Static<typeof indicator>;

export const ruleLine = shape({
  rule: line(60),
  source: text(600, 'the requirement or instruction that asks for it'),
  now: counted,
  records: text(400),
});
export type RuleLine = Static<typeof ruleLine>;

export const placeLine = shape({
  id,
  name: text(120, 'empty: somebody who is gone'),
  cells: Type.Array(shape({ key: oneOf(indicatorKeys), now: counted, records: text(400) }), {
    maxItems: indicatorKeys.length,
  }),
});
export type PlaceLine = Static<typeof placeLine>;

export const indicators = shape(
  {
    grain: oneOf(indicatorGrains),
    fromOn: date,
    untilOn: date,
    orgUnitId: id,
    unitName: line(120),
    agentId: nullable(id),
    figures: Type.Array(indicator, { maxItems: indicatorKeys.length }),
    rules: Type.Array(ruleLine, { maxItems: 40 }),
    shops: Type.Array(placeLine, { maxItems: 300 }),
    agents: Type.Array(placeLine, { maxItems: 300 }),
    seesPeople: Type.Boolean({
      description: 'whether lines of all people are shown, or one’s own',
    }),
    units: Type.Array(
      shape({ id, name: line(120), depth: Type.Integer({ minimum: 0, maximum: 30 }) }),
      { maxItems: 300, description: 'the units that may be looked at, as the tree has them' },
    ),
  },
  { $id: 'Indicators' },
);
export type Indicators = Static<typeof indicators>;

const record = shape(
  {
    id,
    at: instant,
    isHit: Type.Boolean({ description: 'counted in the numerator' }),
    aboutType: line(40),
    aboutId: id,
    detail: text(60, 'the rule, or what came of it'),
    customerName: nullable(personalText('name', 200)),
    plate: nullable(plateText),
    agentName: text(80),
    unitName: text(120),
  },
  { $id: 'RecordBehindIndicator' },
);
export type IndicatorRecord = Static<typeof record>;

const asked = {
  grain: Type.Optional(oneOf(indicatorGrains)),
  on: Type.Optional({ ...date, description: 'a day of the period; today if left out' }),
};

export const indicatorRoutes = {
  show: route({
    id: 'indicators.show',
    mayLag: true,
    method: 'GET',
    path: '/indicators',
    summary: 'The indicators of following up in a period: by rule, by shop, by person',
    access: 'followUps.see',
    query: shape({ ...asked, orgUnitId: Type.Optional(id), agentId: Type.Optional(id) }),
    reply: indicators,
    problems: ['day_too_far'],
  }),
  listRecords: route({
    id: 'indicators.listRecords',
    mayLag: true,
    method: 'GET',
    path: '/indicators/records',
    summary: 'The records that an indicator counts',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      figure: oneOf([...indicatorKeys, 'promises']),
      fromOn: date,
      untilOn: date,
      orgUnitId: Type.Optional(id),
      agentId: Type.Optional(id),
      rule: Type.Optional(line(60)),
      isHit: Type.Optional(Type.Boolean({ description: 'those in the numerator, or the others' })),
    }),
    reply: listOf(record),
    problems: ['period_reversed', 'day_too_far'],
  }),
  report: route({
    id: 'indicators.report',
    mayLag: true,
    method: 'GET',
    path: '/follow-up-reports/:employeeId/print.pdf',
    summary: 'The follow-up summary report of one person in a period on A4 (回访总结报告)',
    access: 'followUps.see',
    about: 'employee',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    audit: 'read',
    params: shape({ employeeId: id }),
    query: shape(asked),
    reply: Type.Unknown({ description: 'application/pdf' }),
    problems: ['day_too_far'],
  }),
};
