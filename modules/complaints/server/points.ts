import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { complaintRoutes, Judgement } from '../contract.ts';
import { needsCause, type PointOutcome } from '../contract-points.ts';
import { complaintEvents } from '../events.ts';
import { openStates } from '../lifecycle.ts';
import type { ComplaintRow } from './queries.ts';
import { insertPoint, type PointRow, pointsOf, updatePoint } from './queries-points.ts';
import { aboutComplaint, concerned, noted, type Taken } from './taking.ts';
import { refuseWhileAsked } from './tasks.ts';
import { nodesAt, refuseUnknownNode } from './trees.ts';
import { refuseUnlessIn, refuseUnlessYours, takenWith } from './working.ts';

type Body<Name extends 'addPoint' | 'classifyPoint' | 'judgePoint' | 'investigate'> = BodyOf<
  (typeof complaintRoutes)[Name]
>;
type WhichPoint = Taken & { pointId: string };

const mostPoints = 20;
/** A point is judged once somebody has looked: not before the customer was answered. */
const judgedIn = openStates.filter((state) => state !== 'received');

/** The class of a point, refused where the house has none such. @throws Problem 422 `class_unknown` */
export async function refuseUnknownClass(
  work: Work,
  orgPath: string,
  { kind, classKey }: { kind: string; classKey?: string | undefined },
  before: string | null = null,
): Promise<void> {
  const nodes = classKey === undefined ? [] : await nodesAt(work, orgPath);
  refuseUnknownNode(nodes, { tree: 'class', under: kind, key: classKey, before });
}

/** What it says as a whole is its first point: every complaint has one. */
export const beginWithPoint = (work: Work, row: ComplaintRow, classKey: string | undefined) =>
  insertPoint(work, {
    complaintId: row.id,
    position: 1,
    kind: row.kind,
    classKey: classKey ?? null,
  });

async function takenPoint(work: Work, which: WhichPoint) {
  const { before, below: points } = await takenWith(work, which, async ({ id }) => {
    const found = await pointsOf(work, id);
    return found.some((point) => point.id === which.pointId) ? found : undefined;
  });
  return { before, points, point: points.find(({ id }) => id === which.pointId)! };
}

/** Another thing that the customer complains of (CMP-02); it has to be judged like the first. */
export async function addPoint(work: Work, which: Taken, body: Body<'addPoint'>): Promise<void> {
  const { before, below: points } = await takenWith(work, which, ({ id }) => pointsOf(work, id));
  refuseUnlessIn(before, openStates);
  refuseUnlessYours(work, before);
  if (points.length >= mostPoints) throw new Problem(409, 'points_enough');
  await refuseUnknownClass(work, before.orgPath, body);
  const { what, kind, classKey = null } = body;
  const position = (points.at(-1)?.position ?? 0) + 1;
  const { id: pointId } = await insertPoint(work, {
    ...{ complaintId: before.id, position, what: what.trim(), kind, classKey },
  });
  const after = await noted(work, before, 'addPoint', {
    change: { openPoints: before.openPoints + 1 },
    entry: { words: what, facts: { point: String(position), kind } },
  });
  const data = { ...concerned(after), pointId };
  await work.emit(complaintEvents.pointAdded, data, aboutComplaint(after));
}

/** Another class; the kind of the complaint is that of its first point. */
export async function classifyPoint(
  work: Work,
  which: WhichPoint,
  body: Body<'classifyPoint'>,
): Promise<void> {
  const { before, point } = await takenPoint(work, which);
  refuseUnlessIn(before, openStates);
  refuseUnlessYours(work, before);
  await refuseUnknownClass(work, before.orgPath, body, point.classKey);
  const { kind, classKey = null, what = point.what } = body;
  await updatePoint(work, point.id, { kind, classKey, what });
  const after = await noted(work, before, 'classifyPoint', {
    change: point.position === 1 ? { kind } : {},
    entry: { words: what, facts: { point: String(point.position), kind, from: point.kind } },
  });
  const data = { ...concerned(after), pointId: point.id };
  await work.emit(complaintEvents.pointClassified, data, aboutComplaint(after));
}

/** What was found of one point, at any time before it is closed (CMP-06). */
export async function judgePoint(
  work: Work,
  which: WhichPoint,
  body: Body<'judgePoint'>,
): Promise<void> {
  const { before, points, point } = await takenPoint(work, which);
  refuseUnlessIn(before, judgedIn);
  refuseUnlessYours(work, before);
  const change = await judged(work, before, points, [{ point, judgement: body, at: '' }]);
  const { outcome, causeKind = '', cause = '', responsibility = '' } = body;
  const facts = { point: String(point.position), finding: outcome, causeKind };
  const after = await noted(work, before, 'judgePoint', {
    change,
    entry: { words: point.what, facts: { ...facts, cause, responsibility } },
  });
  const data = { ...concerned(after), pointId: point.id, outcome };
  await work.emit(complaintEvents.pointJudged, data, aboutComplaint(after));
}

interface OfPoint {
  point: PointRow;
  judgement: Judgement;
  /** Where in the body it stands. */
  at: string;
}

/**
 * What an investigation says of the points: each by its id, or, in a few words, the cause of the first alone. The
 * change of the complaint comes back. @throws Problem 422 `point_unknown`, `cause_needed`, `cause_unknown`
 */
export async function judgedBy(work: Work, before: ComplaintRow, body: Body<'investigate'>) {
  const points = await pointsOf(work, before.id);
  if (body.points) {
    const given = body.points.map(({ complaintPointId, ...judgement }, index): OfPoint => {
      const at = `/points/${index}`;
      const point = points.find(({ id }) => id === complaintPointId);
      if (!point) throw ruleBroken(`${at}/complaintPointId`, 'point_unknown');
      return { point, judgement, at };
    });
    return judged(work, before, points, given);
  }
  const { causeKind, cause = '', responsibility } = body;
  const first = points[0];
  if (!first || (causeKind === undefined && cause === '' && !responsibility)) return {};
  const said = { ...(causeKind && { causeKind }), ...(responsibility && { responsibility }) };
  if (cause === '') {
    await updatePoint(work, first.id, said);
    return said;
  }
  const judgement = { outcome: 'founded' as const, cause, ...said };
  return judged(work, before, points, [{ point: first, judgement, at: '' }]);
}

/** Puts it on record; what is found of the first point is what the complaint itself says of its cause. */
async function judged(
  work: Work,
  before: ComplaintRow,
  points: readonly PointRow[],
  given: readonly OfPoint[],
) {
  if (given.some(({ judgement }) => judgement.responsibility)) await refuseWhileAsked(work, before);
  const nodes = await nodesAt(work, before.orgPath);
  const judgedBy = work.actor.kind === 'user' ? work.actor.id : null;
  let summary = {};
  for (const { point, judgement, at } of given) {
    const { outcome, causeKind = null, causeKey, cause = '', responsibility = '' } = judgement;
    if (needsCause(outcome as PointOutcome) && cause.trim() === '') {
      throw ruleBroken(`${at}/cause`, 'cause_needed');
    }
    const chosen = { tree: 'cause', under: causeKind, key: causeKey } as const;
    refuseUnknownNode(nodes, { ...chosen, before: point.causeKey });
    const found = { causeKind, cause, responsibility };
    const change = { ...found, outcome, causeKey: causeKey ?? null, judgedBy, judgedAt: work.now };
    await updatePoint(work, point.id, change);
    if (point.position === 1) summary = found;
  }
  const now = new Set(given.map(({ point }) => point.id));
  const isOpen = ({ id, outcome }: PointRow) => outcome === null && !now.has(id);
  return { ...summary, openPoints: points.filter(isOpen).length };
}
