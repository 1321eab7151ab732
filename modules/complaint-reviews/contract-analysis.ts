import { type Static, Type } from 'typebox';
import {
  causeKinds,
  complaintKinds,
  complaintLifecycle,
  severities,
} from '#modules/complaints/lifecycle.ts';
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
import { analysisFigures, dimensions, grains, recordFigures } from './lifecycle.ts';

const share = Type.Number({ minimum: 0, maximum: 1_000_000_000_000 });

const figure = shape({
  key: oneOf(analysisFigures),
  value: count,
  of: count,
  share: nullable(share),
  target: nullable(Type.Number({ minimum: 0, maximum: 1 })),
  isTargetUpper: Type.Boolean({ description: 'the share should stay below the target' }),
  source: text(120, 'where the target comes from'),
  records: text(300, 'the query of /complaint-analysis/records that lists what is behind it'),
});
export type Figure = Static<typeof figure>;

const bar = shape({
  key: text(200),
  label: text(200, 'a name; of a kind or a cause empty: the screen has words for the key'),
  complaints: count,
  share,
  cumulative: share,
  records: text(2500),
});
export type Bar = Static<typeof bar>;
const pareto = shape({
  by: oneOf(dimensions),
  total: count,
  rest: Type.Integer({ ...count, description: 'in the bars that are not shown' }),
  bars: Type.Array(bar, { maxItems: 10 }),
});
export type Pareto = Static<typeof pareto>;

const point = shape({
  fromOn: date,
  untilOn: date,
  complaints: count,
  visits: count,
  share: nullable(share),
  lower: nullable(share),
  upper: nullable(share),
  standing: oneOf(['within', 'above', 'below', 'tooFew']),
  records: text(300),
});
export type Point = Static<typeof point>;
const trend = shape({
  centre: nullable(share),
  points: Type.Array(point, { maxItems: 12 }),
});
export type Trend = Static<typeof trend>;

export const analysisFields = {
  grain: oneOf(grains),
  fromOn: date,
  untilOn: date,
  unitName: line(120),
  figures: Type.Array(figure, { maxItems: 20 }),
  trend,
  paretos: Type.Array(pareto, { maxItems: 6 }),
};

export const analysis = shape(
  {
    ...analysisFields,
    orgUnitId: id,
    units: Type.Array(
      shape({ id, name: line(120), depth: Type.Integer({ minimum: 0, maximum: 30 }) }),
      { maxItems: 300, description: 'the units that may be looked at, as the tree has them' },
    ),
  },
  { $id: 'ComplaintAnalysis' },
);
export type Analysis = Static<typeof analysis>;

const record = shape(
  {
    id,
    number: line(30),
    kind: oneOf(complaintKinds),
    causeKind: nullable(oneOf(causeKinds)),
    severity: oneOf(['unassessed', ...severities]),
    state: oneOf(complaintLifecycle.states),
    receivedAt: instant,
    unitName: text(120),
    plate: nullable(plateText),
    beginning: personalText('words', 160),
  },
  { $id: 'ComplaintBehindFigure' },
);
export type BehindFigure = Static<typeof record>;

export const analysisRoutes = {
  show: route({
    id: 'complaintReviews.analysis',
    mayLag: true,
    method: 'GET',
    path: '/complaint-analysis',
    summary: 'Figures, trend with control limits, and Pareto of complaints of a period and a unit',
    access: 'complaints.see',
    query: shape({
      grain: Type.Optional(oneOf(grains)),
      on: Type.Optional(date),
      orgUnitId: Type.Optional(id),
    }),
    reply: analysis,
    problems: ['day_too_far'],
  }),
  listRecords: route({
    id: 'complaintReviews.listRecords',
    method: 'GET',
    path: '/complaint-analysis/records',
    summary: 'The complaints that a figure, a bar or a point of the analysis counts',
    access: 'complaints.see',
    personal: true,
    query: shape({
      ...pageFields,
      fromOn: date,
      untilOn: date,
      orgUnitId: Type.Optional(id),
      by: Type.Optional(oneOf(dimensions)),
      key: Type.Optional(text(200, 'with `by`: which bar')),
      figure: Type.Optional(oneOf(recordFigures)),
    }),
    reply: listOf(record),
    problems: ['period_reversed', 'day_too_far'],
  }),
};
