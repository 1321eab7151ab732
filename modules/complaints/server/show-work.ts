import { can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import type { Complaint, complaintRoutes, OwnTask } from '../contract.ts';
import { type ComplaintState, openStates } from '../lifecycle.ts';
import { isYours, statesOf } from './policy.ts';
import type { SeenRow } from './queries.ts';
import { type OwnTaskRow, ownOpenTasks, ownTaskShown } from './queries-work.ts';
import { isAgreed, mayApprove } from './solutions.ts';

const utc = (instant: string) => new Date(instant).toISOString();
const utcOrNull = (instant: string | null) => (instant === null ? null : utc(instant));

/** The work on a complaint as its record shows it; whose limits are enough is asked only where something waits. */
export async function shownWork(
  work: Work,
  row: SeenRow,
): Promise<Pick<Complaint, 'tasks' | 'solutions' | 'evidence' | 'mayGiveTasks' | 'mayDraft'>> {
  const state = row.state as ComplaintState;
  const isHandled =
    can(work.actor, 'complaints.handle', row.orgPath) && isYours(work.actor, 'assign', row);
  const mayGiveTasks = isHandled && openStates.includes(state);
  const solutions: Complaint['solutions'] = [];
  for (const { askedBy, ...solution } of row.solutions) {
    const mayDecide =
      solution.state === 'asked' && (await decides(work, row, solution.id, askedBy));
    solutions.push({
      ...solution,
      createdAt: utc(solution.createdAt),
      decidedAt: utcOrNull(solution.decidedAt),
      answeredAt: utcOrNull(solution.answeredAt),
      mayDecide,
    });
  }
  return {
    tasks: row.tasks.map((task) => ({
      ...task,
      dueAt: utc(task.dueAt),
      endedAt: utcOrNull(task.endedAt),
    })),
    solutions,
    evidence: row.evidence.map((each) => ({ ...each, at: utc(each.at) })),
    mayGiveTasks,
    mayDraft: isHandled && statesOf('propose').includes(state) && !isAgreed(row, row.solutions),
  };
}

/** At most one version of a complaint waits for approval. */
async function decides(work: Work, row: SeenRow, solutionId: string, askedBy: string) {
  const { actor } = work;
  if (actor.kind !== 'user' || actor.id === askedBy) return false;
  if (!can(actor, 'complaints.handle', row.orgPath)) return false;
  const remedies = row.tasks.filter((task) => task.solutionId === solutionId);
  return mayApprove(work, row.orgPath, remedies);
}

/** What the caller has to do for complaints, the first due first. */
export async function listOwnTasks(
  work: Work,
  query: QueryOf<typeof complaintRoutes.ownTasks>,
  { cursors }: Host,
) {
  const list = 'complaints.ownTasks';
  const rows = await ownOpenTasks(work, cursors.open(list, query.cursor), sizeOf(query) + 1);
  return pageOf(cursors, list, query, rows, ({ dueAt, id }) => [dueAt.toISOString(), id], shownOwn);
}

export async function oneOwnTask(work: Work, taskId: string): Promise<OwnTask> {
  const row = await ownTaskShown(work, taskId);
  if (!row) throw notFound();
  return shownOwn(row);
}

function shownOwn(row: OwnTaskRow): OwnTask {
  const { id, solutionId, amountFen, what, ownerId, ownerName, result, version } = row;
  const { complaintId, number, content, plate, model, orgPath } = row;
  const { dueAt, endedAt } = wire(row);
  const shown: OwnTask = {
    ...{ id, solutionId, amountFen, what, ownerId, ownerName, result, version },
    ...{ complaintId, number, content, plate, model, dueAt, endedAt },
    endedByName: row.endedBy === ownerId ? ownerName : '',
    purpose: row.purpose as OwnTask['purpose'],
    remedyKind: row.remedyKind as OwnTask['remedyKind'],
    state: row.state as OwnTask['state'],
    kind: row.kind as OwnTask['kind'],
  };
  return placed(shown, orgPath);
}
