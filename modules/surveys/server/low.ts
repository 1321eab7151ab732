import { askSatisfaction } from '#modules/complaints/server/index.ts';
import { receiveMatter } from '#modules/follow-ups/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { GivenAnswer, Question } from '../contract.ts';
import { type InvitationRow, stateOfComplaint } from './queries.ts';

interface Low {
  low: readonly Question[];
  answers: readonly GivenAnswer[];
  overall: number | null;
}

/** Where the customer was told the result, his word on it may open the complaint again. */
const toldStates: readonly string[] = ['feedback', 'closed', 'monitoring'];

/**
 * A low answer is looked after at once, in the same commit (SUR-02): a matter with its clock of two working days, and
 * who is not satisfied with what came of his complaint opens it again (CMP-09).
 * @returns the matter; null where the complaint is open again, or nobody is there to look after it.
 */
export async function answerLow(
  work: Work,
  row: InvitationRow,
  given: Low,
): Promise<string | null> {
  const words = wordsOf(given);
  if (row.complaintId !== null && given.low.some(({ isOverall }) => isOverall)) {
    const complaint = await stateOfComplaint(work, row.complaintId);
    if (complaint && toldStates.includes(complaint.state)) {
      const { complaintId } = row;
      const which = { complaintId, expectedVersion: undefined };
      await askSatisfaction(work, which, { satisfaction: 'unsatisfied', words });
      return null;
    }
  }
  const ownerId = await whoLooksAfter(work, row);
  if (ownerId === undefined) return null;
  const { orgUnitId, orgPath, customerId, vehicleId, orderId } = row;
  const place = { orgUnitId, orgPath, customerId, vehicleId, orderId, callId: null };
  const matter = await receiveMatter(work, { ...place, kind: 'demand', content: words, ownerId });
  return matter.id;
}

/** What he answered low, and his own words. */
function wordsOf({ low, answers }: Low): string {
  const figures = low.map(({ key, text, kind }) => {
    const score = answers.find((answer) => answer.key === key)?.score ?? 0;
    return `${text.zh} ${score}/${kind === 'scale5' ? 5 : 10}`;
  });
  const said = answers.map(({ words }) => words.trim()).filter((words) => words !== '');
  return `满意度低分：${[...figures, ...said].join('；')}`.slice(0, 1000);
}

/** Who looks after a low answer: a caller, else a supervisor; the advisor who served only where there is no other. */
async function whoLooksAfter(
  work: Work,
  { orgPath, advisorId }: InvitationRow,
): Promise<string | undefined> {
  const callers = await employeesWith(work, 'followUps.call', orgPath);
  const supervising = await employeesWith(work, 'followUps.supervise', orgPath);
  const supervisors = new Set(supervising.map(({ id }) => id));
  const others = [...callers, ...supervising].filter(({ id }) => id !== advisorId);
  const caller = others.find(({ id }) => !supervisors.has(id));
  return (caller ?? others[0] ?? callers[0] ?? supervising[0])?.id;
}
