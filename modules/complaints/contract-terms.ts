import { type Static, Type } from 'typebox';
import { line, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { severities } from './lifecycle.ts';

/** A complaint is held to a term before its first assessment too. */
export const termColumns = ['unassessed', ...severities] as const;
export type TermColumn = (typeof termColumns)[number];

interface TermRow {
  key: string;
  unit: 'hours' | 'days' | 'minutes';
  /** The longest that may be set. */
  most: number;
  shipped: Readonly<Record<TermColumn, number>>;
  source: string;
}
const four = (unassessed: number, ordinary: number, raised: number, major: number) => ({
  unassessed,
  ordinary,
  raised,
  major,
});
const practice = '没有统一规定；按经销商投诉分级的常见做法（2026-11 整理），可改';

/**
 * The terms of complaints by severity, the ladder of who is told when one is broken, and how far each may be set. Only
 * the 24 hours to the first answer (S1) and the same day for a known solution (S2) have a source; that day is no row here.
 */
export const termRows = [
  {
    key: 'receipt',
    unit: 'minutes',
    most: 1440,
    shipped: four(120, 120, 60, 30),
    source:
      'GB/T 19012-2019（ISO 10002）要求告知投诉已受理，未定时限；2 小时、1 小时、30 分钟为建议值（2026-11），按营业时间计，可改',
  },
  {
    key: 'answer',
    unit: 'hours',
    most: 24,
    shipped: four(24, 24, 8, 2),
    source: '《修理厂客户关系管理规定》：24 小时内响应投诉，不得放宽',
  },
  { key: 'urgentAnswer', unit: 'hours', most: 24, shipped: four(2, 2, 2, 2), source: practice },
  { key: 'solve', unit: 'hours', most: 1080, shipped: four(72, 72, 120, 168), source: practice },
  { key: 'close', unit: 'hours', most: 1080, shipped: four(168, 168, 168, 168), source: practice },
  { key: 'watch', unit: 'days', most: 730, shipped: four(90, 90, 90, 90), source: practice },
  { key: 'supervisor', unit: 'minutes', most: 10080, shipped: four(0, 0, 0, 0), source: practice },
  {
    key: 'manager',
    unit: 'minutes',
    most: 10080,
    shipped: four(240, 240, 240, 240),
    source: practice,
  },
] as const satisfies readonly TermRow[];
export type TermKey = (typeof termRows)[number]['key'];

const cell = Type.Optional(Type.Integer({ minimum: 0, maximum: 10_080 }));
const cells = shape({ unassessed: cell, ordinary: cell, raised: cell, major: cell });
export type Cells = Static<typeof cells>;
const own = shape({
  receipt: Type.Optional(cells),
  answer: Type.Optional(cells),
  urgentAnswer: Type.Optional(cells),
  solve: Type.Optional(cells),
  close: Type.Optional(cells),
  watch: Type.Optional(cells),
  supervisor: Type.Optional(cells),
  manager: Type.Optional(cells),
});
export type OwnTerms = Static<typeof own>;

export const complaintTerms = shape(
  {
    own,
    rows: Type.Array(
      shape({
        key: line(20),
        unit: line(10),
        most: Type.Integer({ minimum: 0, maximum: 10_080 }),
        shipped: shape({
          unassessed: Type.Integer(),
          ordinary: Type.Integer(),
          raised: Type.Integer(),
          major: Type.Integer(),
        }),
        source: text(200),
      }),
      { maxItems: 10 },
    ),
  },
  { $id: 'ComplaintTerms' },
);
export type ComplaintTerms = Static<typeof complaintTerms>;

/** The terms of complaints and who is told when one is broken (CMP-03, CMP-04): empty is as shipped. */
export const complaintTermRoutes = {
  terms: route({
    id: 'complaints.terms',
    method: 'GET',
    path: '/complaint-terms',
    summary: 'Terms by severity and the ladder, as set at one’s own unit and as shipped',
    access: 'organisation.manage',
    reply: complaintTerms,
  }),
  setTerms: route({
    id: 'complaints.setTerms',
    method: 'POST',
    path: '/complaint-terms',
    summary: 'Set terms and ladder for one’s own unit and what lies below it; left out: as shipped',
    access: 'organisation.manage',
    body: shape({ own }),
    reply: complaintTerms,
    problems: ['term_zero', 'term_laxer', 'ladder_reversed'],
  }),
};
