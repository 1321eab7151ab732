import { notify } from '#modules/commitments/server/index.ts';
import { newId } from '#platform/ids.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { complaintRoutes } from '../contract.ts';
import {
  type AnswerWay,
  complaintSolutionLife,
  type RemedyKind,
} from '../contract-work-vocabulary.ts';
import { complaintEvents, plainEvents } from '../events.ts';
import { statesOf } from './policy.ts';
import type { ComplaintRow } from './queries.ts';
import {
  beginPlanned,
  dropPlanned,
  insertSolution,
  insertTasks,
  myRoleKeys,
  othersWithRoles,
  type SolutionRow,
  solutionsOf,
  type TaskRow,
  tasksOf,
  updateSolution,
} from './queries-work.ts';
import { isWithin, limitsAt, type Sums, sumsOf } from './remedy-limits.ts';
import { aboutComplaint, concerned, moved, noted, type Taken } from './taking.ts';
import { beginTask, refuseUnfit } from './tasks.ts';
import { countOpen, refuseUnlessIn, refuseUnlessYours, takenWith } from './working.ts';

type Body<Name extends 'draftSolution' | 'decideSolution' | 'answerSolution'> = BodyOf<
  (typeof complaintRoutes)[Name]
>;
type TakenSolution = Taken & { solutionId: string };

/** Where a solution is due: what `propose` may follow on. */
const whereDue = statesOf('propose');
const isLive = ({ state }: { state: string }) => state === 'asked' || state === 'offered';

/** The customer accepted the latest version, and the complaint was not opened again since. */
export const isAgreed = (
  { state }: Pick<ComplaintRow, 'state'>,
  [latest]: readonly { state: string }[],
): boolean => state === 'resolving' && latest?.state === 'accepted';

/**
 * A new version of what is offered (CMP-07); the one before is replaced. Within the drafter's own limits it is offered at
 * once, else somebody whose limits are enough is asked.
 */
export async function draftSolution(work: Work, which: Taken, body: Body<'draftSolution'>) {
  const { before, below: earlier } = await takenWith(work, which, ({ id }) =>
    solutionsOf(work, id),
  );
  refuseUnlessIn(before, whereDue);
  refuseUnlessYours(work, before);
  const me = personOrThrow(work);
  if (isAgreed(before, earlier)) throw new Problem(409, 'solution_agreed');
  const remedies = body.remedies.map((each, at) => ({
    ...each,
    ownerId: each.ownerId ?? before.handlerId ?? me,
    dueAt: new Date(each.dueAt),
    at: `/remedies/${at}`,
  }));
  await refuseUnfit(work, before, await tasksOf(work, before.id), remedies);
  const sums = sumsOf(remedies);
  const deciders = await decidersOf(work, before, sums, me);
  await replaceLive(work, earlier);
  const solution = await insertSolution(work, {
    ...{ complaintId: before.id, edition: (earlier[0]?.edition ?? 0) + 1, words: body.words },
    amountFen: sumFen(remedies.map(({ amountFen }) => amountFen)),
    ...{ state: deciders === null ? 'offered' : 'asked', askedBy: me },
  });
  await insertTasks(
    work,
    remedies.map(({ kind, what, amountFen, ownerId, dueAt }, position) => ({
      ...{ id: newId(work.now), complaintId: before.id, solutionId: solution.id, position },
      ...{ orgUnitId: before.orgUnitId, orgPath: before.orgPath, purpose: 'remedy' },
      ...{ remedyKind: kind, what, amountFen, ownerId, dueAt, state: 'planned' },
    })),
  );
  const data = { ...concerned(before), solutionId: solution.id };
  await work.emit(complaintEvents.solutionDrafted, data, aboutComplaint(before));
  if (deciders === null) await offer(work, before, solution);
  else await askApproval(work, before, solution, deciders);
}

/** `null`: the drafter's own limits are enough. @throws Problem 422 `solution_nobody` */
async function decidersOf(
  work: Work,
  { orgPath }: ComplaintRow,
  sums: Sums,
  me: string,
): Promise<string[] | null> {
  const limits = await limitsAt(work, orgPath);
  if (isWithin(limits, await myRoleKeys(work, orgPath), sums)) return null;
  const named = [...new Set(limits.map(({ roleKey }) => roleKey))];
  const others = await othersWithRoles(work, named, orgPath, me);
  const deciders = others.filter(({ keys }) => isWithin(limits, keys, sums)).map(({ id }) => id);
  if (deciders.length === 0) throw ruleBroken('/remedies', 'solution_nobody');
  return deciders.slice(0, 50);
}

async function replaceLive(work: Work, earlier: readonly SolutionRow[]): Promise<void> {
  const live = earlier.find(isLive);
  if (!live) return;
  const state = complaintSolutionLife.next('replace', live.state as 'asked');
  await updateSolution(work, live.id, { state });
  await dropPlanned(work, live.id);
}

/** What is offered stands in the complaint as its solution; the customer is to be told the same day. */
async function offer(work: Work, before: ComplaintRow, solution: SolutionRow): Promise<void> {
  const { words, edition, amountFen } = solution;
  const after = await moved(work, before, 'propose', {
    change: { solution: words, customerAnswer: 'undecided', costFen: amountFen },
    entry: { words, facts: { edition, amountFen, customerAnswer: 'undecided' } },
  });
  await work.emit(plainEvents.propose, concerned(after), aboutComplaint(after));
}

async function askApproval(
  work: Work,
  before: ComplaintRow,
  { id, words, edition, amountFen }: SolutionRow,
  deciders: readonly string[],
): Promise<void> {
  await noted(work, before, 'draftSolution', {
    change: {},
    entry: { words, facts: { edition, amountFen } },
  });
  await notify(work, deciders, {
    kind: 'complaints.solutionAsked',
    about: { type: 'complaint', id: before.id },
    facts: { number: before.number, by: work.actor.name, yuan: formatFen(amountFen) },
    key: `complaints.solution.${id}`,
  });
}

/**
 * Another person whose limits are enough approves a version, or does not.
 * @throws Problem 403 `solution_own`, `solution_above_limit`, 409 `solution_not_asked`, 422 `decision_reason_needed`
 */
export async function decideSolution(
  work: Work,
  which: TakenSolution,
  { approved, note = '' }: Body<'decideSolution'>,
): Promise<void> {
  const { before, below: solution } = await takenSolution(work, which);
  const me = personOrThrow(work);
  if (solution.askedBy === me) throw new Problem(403, 'solution_own');
  const remedies = (await tasksOf(work, before.id)).filter(isOf(solution.id));
  if (!(await mayApprove(work, before.orgPath, remedies))) {
    throw new Problem(403, 'solution_above_limit');
  }
  if (solution.state !== 'asked') throw new Problem(409, 'solution_not_asked');
  refuseUnlessIn(before, whereDue);
  if (!approved && note.trim() === '') throw ruleBroken('/note', 'decision_reason_needed');
  const step = approved ? 'approve' : 'disapprove';
  const state = complaintSolutionLife.next(step, solution.state);
  await updateSolution(work, solution.id, {
    ...{ state, decision: note, decidedBy: me, decidedAt: work.now },
  });
  if (!approved) await dropPlanned(work, solution.id);
  const { edition, amountFen } = solution;
  const after = await noted(work, before, `${step}Solution`, {
    change: {},
    entry: { words: note, facts: { edition, amountFen } },
  });
  const data = { ...concerned(after), solutionId: solution.id };
  const told = approved ? complaintEvents.solutionApproved : complaintEvents.solutionNotApproved;
  await work.emit(told, data, aboutComplaint(after));
  if (approved) await offer(work, after, solution);
  await notify(work, [solution.askedBy], {
    kind: approved ? 'complaints.solutionApproved' : 'complaints.solutionNotApproved',
    about: { type: 'complaint', id: after.id },
    facts: { number: after.number, by: work.actor.name, yuan: formatFen(amountFen), note },
    key: `complaints.solution.${solution.id}.decided`,
  });
}

type Remedy = Pick<TaskRow, 'amountFen'> & { solutionId: string | null; remedyKind: string | null };
const isOf = (solutionId: string) => (task: Remedy) => task.solutionId === solutionId;

/** Whether the caller's limits are enough for these remedies. */
export async function mayApprove(
  work: Work,
  orgPath: string,
  remedies: readonly Remedy[],
): Promise<boolean> {
  const sums = sumsOf(
    remedies.map(({ remedyKind, amountFen }) => ({ kind: remedyKind as RemedyKind, amountFen })),
  );
  return isWithin(await limitsAt(work, orgPath), await myRoleKeys(work, orgPath), sums);
}

/** The customer's yes begins the remedies, each with its owner and term; his no asks for another version (CMP-07). */
export async function answerSolution(
  work: Work,
  which: TakenSolution,
  { answer, how, words }: Body<'answerSolution'>,
): Promise<void> {
  const { before, below: solution } = await takenSolution(work, which);
  refuseUnlessYours(work, before);
  await takeAnswer(work, { before, solution }, { answer, how, words });
}

/** His own answer, on his page of the complaint; whose case it is hears of it. */
export async function answerByCustomer(
  work: Work,
  which: Omit<TakenSolution, 'expectedVersion'>,
  { answer, words }: { answer: 'accepted' | 'declined'; words: string },
): Promise<void> {
  const taken = await takenSolution(work, { ...which, expectedVersion: undefined });
  const { before, below: solution } = taken;
  await takeAnswer(work, { before, solution }, { answer, how: 'link', words });
}

interface Answered {
  before: ComplaintRow;
  solution: SolutionRow;
}

async function takeAnswer(
  work: Work,
  { before, solution }: Answered,
  { answer, how, words }: { answer: 'accepted' | 'declined'; how: AnswerWay; words: string },
): Promise<void> {
  if (solution.state !== 'offered') throw new Problem(409, 'solution_not_offered');
  refuseUnlessIn(before, whereDue);
  const isYes = answer === 'accepted';
  const state = complaintSolutionLife.next(isYes ? 'accept' : 'decline', solution.state);
  const said = { answeredAt: work.now, answerHow: how, answer: words };
  await updateSolution(work, solution.id, { state, ...said });
  const begun = isYes ? await beginPlanned(work, before.id, solution.id) : [];
  if (!isYes) await dropPlanned(work, solution.id);
  const { edition } = solution;
  const noteOf = await noted(work, before, 'answerSolution', {
    change: { openTasks: await countOpen(work, before.id) },
    entry: { words, facts: { answer, answerHow: how, edition } },
  });
  const after = await moved(work, noteOf, 'propose', {
    change: isYes
      ? { customerAnswer: 'accepted', measure: measureOf(begun) }
      : { customerAnswer: 'refused' },
    entry: { words: '', facts: { customerAnswer: isYes ? 'accepted' : 'refused' } },
  });
  for (const task of begun) await beginTask(work, after, task);
  const data = { ...concerned(after), solutionId: solution.id, answer };
  await work.emit(complaintEvents.solutionAnswered, data, aboutComplaint(after));
}

const measureOf = (remedies: readonly TaskRow[]): string =>
  [...remedies]
    .sort((one, other) => one.position - other.position)
    .map(({ what }) => what)
    .join('；')
    .slice(0, 2000);

const takenSolution = (work: Work, { solutionId, ...which }: TakenSolution) =>
  takenWith(work, which, async ({ id }) =>
    (await solutionsOf(work, id)).find((each) => each.id === solutionId),
  );

function personOrThrow({ actor }: Work): string {
  if (actor.kind !== 'user') throw new Problem(403, 'solution_person');
  return actor.id;
}
