import type { Call } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Complaint, complaintRoutes, RemedyLimit } from '../contract.ts';
import { addEvidence } from './evidence.ts';
import { addPoint, classifyPoint, judgePoint } from './points.ts';
import { oneComplaint } from './reading.ts';
import { setLimits, shownLimits } from './remedy-limits.ts';
import { oneOwnTask } from './show-work.ts';
import { answerSolution, decideSolution, draftSolution } from './solutions.ts';
import type { Taken } from './taking.ts';
import { endOwnTask, endTask, giveTask } from './tasks.ts';
import { setTerms, shownTerms } from './terms.ts';
import { addNode, retireNode, shownTrees } from './trees.ts';

type Routes = typeof complaintRoutes;
interface Address {
  complaintId: string;
  complaintTaskId?: string;
  complaintSolutionId?: string;
  complaintPointId?: string;
}

/** Something done with a complaint or what lies below it, and then the record as it stands. */
const doing =
  <Name extends keyof Routes>(
    act: (
      work: Work,
      which: Taken & { taskId: string; solutionId: string; pointId: string },
      body: BodyOf<Routes[Name]>,
    ) => Promise<void>,
  ) =>
  async (
    work: Work,
    { params, body }: { params: Address; body: BodyOf<Routes[Name]> },
    { expectedVersion }: Call,
  ): Promise<Complaint> => {
    const { complaintId, complaintTaskId = '', complaintSolutionId = '' } = params;
    const pointId = params.complaintPointId ?? '';
    const below = { taskId: complaintTaskId, solutionId: complaintSolutionId, pointId };
    await act(work, { complaintId, expectedVersion, ...below }, body);
    return oneComplaint(work, complaintId);
  };

/** The handlers of `complaintWorkRoutes`, but for the list. */
export const workHandlers = {
  giveTask: doing<'giveTask'>(giveTask),
  endTask: doing<'endTask'>(endTask),
  draftSolution: doing<'draftSolution'>(draftSolution),
  decideSolution: doing<'decideSolution'>(decideSolution),
  answerSolution: doing<'answerSolution'>(answerSolution),
  addEvidence: doing<'addEvidence'>(addEvidence),
  addPoint: doing<'addPoint'>(addPoint),
  classifyPoint: doing<'classifyPoint'>(classifyPoint),
  judgePoint: doing<'judgePoint'>(judgePoint),
  trees: (work: Work) => shownTrees(work),
  addNode: (work: Work, { body }: { body: BodyOf<Routes['addNode']> }) => addNode(work, body),
  retireNode: (work: Work, { body }: { body: BodyOf<Routes['retireNode']> }) =>
    retireNode(work, body),
  terms: (work: Work) => shownTerms(work),
  setTerms: (work: Work, { body }: { body: BodyOf<Routes['setTerms']> }) =>
    setTerms(work, body.own),
  endOwnTask: async (
    work: Work,
    {
      params: { complaintTaskId },
      body,
    }: { params: { complaintTaskId: string }; body: BodyOf<Routes['endOwnTask']> },
    { expectedVersion }: Call,
  ) => {
    await endOwnTask(work, complaintTaskId, expectedVersion, body);
    return oneOwnTask(work, complaintTaskId);
  },
  remedyLimits: (work: Work) => shownLimits(work),
  setRemedyLimits: (work: Work, { body }: { body: { limits: RemedyLimit[] } }) =>
    setLimits(work, body.limits),
};
