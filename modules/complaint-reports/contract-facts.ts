import { type Static, Type } from 'typebox';
import { dimensions, purposes, verdicts } from '#modules/complaint-reviews/lifecycle.ts';
import {
  causeKinds,
  complaintKinds,
  complaintLifecycle,
  severities,
} from '#modules/complaints/lifecycle.ts';
import { count, date, id, line, nullable, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { ageBands, reportFigures, standings } from './lifecycle.ts';

const figure = shape({
  key: oneOf(reportFigures),
  value: { ...count, description: 'of cost: whole fen, added up' },
  of: count,
});
export type ReportedFigure = Static<typeof figure>;

const complaints = count;
const assessed = ['unassessed', ...severities] as const;
const maxItems = 20;
/** What adds up from unit to unit: counts, and figures as value and base. */
export const counted = shape({
  figures: Type.Array(figure, { maxItems }),
  closed: { ...count, description: 'closed within the period, whenever they were received' },
  kinds: Type.Array(shape({ key: oneOf(complaintKinds), complaints }), { maxItems }),
  severities: Type.Array(shape({ key: oneOf(assessed), complaints }), { maxItems }),
  ages: Type.Array(shape({ key: oneOf(ageBands), complaints }), {
    maxItems,
    description: 'open when the period ended, by how long they had been',
  }),
  overdue: { ...count, description: 'past their day when it was counted' },
  exceptions: { ...count, description: 'closed with a step missing, by a signed exception' },
});
export type Counted = Static<typeof counted>;

const part = shape({
  unitId: id,
  unitName: line(120),
  reportId: nullable(id),
  edition: count,
  standing: oneOf(standings),
  counted: nullable(counted),
});
export type Part = Static<typeof part>;

const mention = {
  number: line(30),
  kind: oneOf(complaintKinds),
  severity: oneOf(assessed),
  unitName: line(120),
};
const overdue = shape({
  ...mention,
  state: oneOf(complaintLifecycle.states),
  days: { ...count, description: 'whole days past its day' },
});
export type OverdueLine = Static<typeof overdue>;
const exception = shape(mention);
export type ExceptionLine = Static<typeof exception>;

const hotSpot = shape({
  by: oneOf(dimensions),
  key: text(200),
  label: text(200),
  complaints: count,
  before: count,
});
const measure = shape({
  unitName: line(120),
  purpose: oneOf(purposes),
  words: text(300, 'empty where they would name somebody'),
  kind: nullable(oneOf(complaintKinds)),
  causeKind: nullable(oneOf(causeKinds)),
  dueOn: date,
  isDone: Type.Boolean(),
  verdict: nullable(oneOf(verdicts, 'whether that kind of complaint fell')),
});
export type ReportedMeasure = Static<typeof measure>;
const change = shape({
  what: line(60, 'the key of a figure, or `kinds.price`'),
  was: line(40),
  now: line(40),
});
export type Change = Static<typeof change>;

/** A report without a single name, phone or plate: numbers, the house's own numbers of complaints, and what was agreed on. */
export const facts = shape({
  total: counted,
  own: counted,
  parts: Type.Array(part, { maxItems: 300, description: 'the units below, as they reported' }),
  overdue: Type.Array(overdue, { maxItems: 30, description: 'the longest overdue first' }),
  exceptions: Type.Array(exception, { maxItems: 30 }),
  hotSpots: Type.Array(hotSpot, { maxItems: 12 }),
  measures: Type.Array(measure, { maxItems: 60 }),
  changes: Type.Array(change, { maxItems: 80, description: 'against the edition before' }),
});
export type Facts = Static<typeof facts>;
