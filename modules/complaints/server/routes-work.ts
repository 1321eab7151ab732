import type { Call } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Complaint, complaintRoutes, RemedyLimit } from '../contract.ts';
import { addEvidence } from './evidence.ts';
import { oneComplaint } from './reading.ts';
import { setLimits, shownLimits } from './remedy-limits.ts';
import { oneOwnTask } from './show-work.ts';
import { answerSolution, decideSolution, draftSolution } from './solutions.ts';
import type { Taken } from './taking.ts';
import { endOwnTask, endTask, giveTask } from './tasks.ts';

type Routes = typeof complaintRoutes;
interface Address {
  complaintId: string;
  complaintTaskId?: string;
  complaintSolutionId?: string;
}

/** Something done with a complaint or what lies below it, and then the record as it stands. */
const doing =
  <Name extends keyof Routes>(
    act: (
      work: Work,
      which: Taken & { taskId: string; solutionId: string },
      body: BodyOf<Routes[Name]>,
    ) => Promise<void>,
  ) =>
  async (
    work: Work,
    { params, body }: { params: Address; body: BodyOf<Routes[Name]> },
    { expectedVersion }: Call,
  ): Promise<Complaint> => {
    const { complaintId, complaintTaskId = '', complaintSolutionId = '' } = params;
    const below = { taskId: complaintTaskId, solutionId: complaintSolutionId };
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
