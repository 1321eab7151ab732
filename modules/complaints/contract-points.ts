import { type Static, Type } from 'typebox';
import { count, id, instant, line, nullable, oneOf, personalText, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { causeKinds, complaintKinds } from './lifecycle.ts';

/** What an investigation finds of a point (CMP-06). Only what is founded, wholly or partly, has a cause. */
export const pointOutcomes = ['founded', 'partly', 'unfounded', 'unclear', 'withdrawn'] as const;
export type PointOutcome = (typeof pointOutcomes)[number];
export const needsCause = (outcome: PointOutcome): boolean =>
  outcome === 'founded' || outcome === 'partly';

/** One of the things that a complaint says (CMP-02), and what was found of it. */
export const complaintPoint = shape({
  id,
  position: count,
  what: personalText('words', 500, 'empty: what the complaint says as a whole'),
  kind: oneOf(complaintKinds),
  classOfS1: oneOf(['productQuality', 'serviceAttitude', 'repairTechnique']),
  classKey: nullable(line(40)),
  className: text(40, 'of a class of the house’s own'),
  outcome: nullable(oneOf(pointOutcomes)),
  causeKind: nullable(oneOf(causeKinds)),
  causeKey: nullable(line(40)),
  causeName: text(40, 'of a cause of the house’s own'),
  cause: personalText('words', 2000),
  responsibility: personalText('words', 500),
  judgedByName: text(80),
  judgedAt: nullable(instant),
});
export type ComplaintPoint = Static<typeof complaintPoint>;

/** What it is about: the first level, and below it a node of the tree. */
export const classed = {
  kind: oneOf(complaintKinds),
  classKey: Type.Optional(line(40)),
};
/** Outcome, cause to the second level, and who answers for it. */
export const judged = {
  outcome: oneOf(pointOutcomes),
  causeKind: Type.Optional(oneOf(causeKinds)),
  causeKey: Type.Optional(line(40)),
  cause: Type.Optional(text(2000)),
  responsibility: Type.Optional(text(500)),
};
export const judgement = shape(judged);
export type Judgement = Static<typeof judgement>;

/** What its points add to the record of a complaint. */
export const pointsOfIt = {
  points: Type.Array(complaintPoint, { maxItems: 20 }),
  mayAddPoints: Type.Boolean({ description: 'it is the caller’s case, and open' }),
  mayJudge: Type.Boolean({ description: 'and it was answered' }),
};
