import { can } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import type { Complaint } from '../contract.ts';
import { type ComplaintState, classOfS1, openStates } from '../lifecycle.ts';
import { isYours } from './policy.ts';
import type { SeenRow } from './queries.ts';
import { nameIn, nodesAt } from './trees.ts';

/** The points of a complaint with the names of what the house added to its trees. */
export async function shownPoints(
  work: Work,
  row: SeenRow,
): Promise<Pick<Complaint, 'points' | 'mayAddPoints' | 'mayJudge'>> {
  const isNamed = row.points.some(({ classKey, causeKey }) => classKey ?? causeKey);
  const nodes = isNamed ? await nodesAt(work, row.orgPath) : [];
  const isHandled =
    can(work.actor, 'complaints.handle', row.orgPath) && isYours(work.actor, 'assign', row);
  const mayAddPoints = isHandled && openStates.includes(row.state as ComplaintState);
  return {
    points: row.points.map((point) => ({
      ...point,
      classOfS1: classOfS1(point.kind),
      className: nameIn(nodes, point.classKey),
      causeName: nameIn(nodes, point.causeKey),
      judgedAt: point.judgedAt === null ? null : new Date(point.judgedAt).toISOString(),
    })),
    mayAddPoints,
    mayJudge: mayAddPoints && row.state !== 'received',
  };
}
