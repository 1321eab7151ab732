import { placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { CallCheck, CheckFigure, ListedCheck, ShownMark } from '../contract.ts';
import { formAt } from './forms.ts';
import { isOwn, mayRead, stepsOf, supervises } from './policy.ts';
import {
  earlierAgreed,
  type ListedRow,
  type WholeRow,
  waitingBeside,
  wholeCheck,
} from './queries.ts';
import type { Counted } from './queries-figures.ts';

/** Below so many checks a mean says nothing of a person: its count stands there alone. */
export const leastForAverage = 5;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export const presentListed = (now: Date, row: ListedRow): ListedCheck => ({
  id: row.id,
  state: row.state,
  weekOn: row.weekOn,
  agentId: row.agentId,
  agentName: row.agentName,
  customerName: row.customerName,
  direction: row.direction,
  result: row.result,
  reason: row.reason,
  at: row.at.toISOString(),
  hasRecording: row.hasRecording,
  dueAt: row.dueAt.toISOString(),
  isOverdue: row.dueAt < (row.checkedAt ?? now),
  score: row.score,
  firstScore: row.firstScore,
  isFailed: row.isFailed,
  isPassed: row.score === null ? null : row.score >= row.passPercent && !row.isFailed,
  checkedByName: row.checkedByName ?? '',
  checkedAt: iso(row.checkedAt),
  agreed: row.agreed,
  agreedOn: row.agreedOn,
  wasKept: row.wasKept,
});

/** One check with all that is needed to judge it, or to read what was judged. @throws Problem 404 */
export async function shownCheck(work: Work, checkId: string): Promise<CallCheck> {
  const row = await wholeCheck(work, checkId);
  if (!row || !mayRead(work, row)) throw notFound();
  const isHis = isOwn(work, row);
  const earlier = isHis
    ? undefined
    : await earlierAgreed(work, { talkAt: row.at, agentId: row.agentId });
  const beside = isHis ? [] : await waitingBeside(work, checkId);
  const next = beside.find(({ orgPath }) =>
    supervises(work, { ...row, orgPath, agentId: '', state: 'drawn' }),
  );
  return placed(
    {
      ...presentListed(work.now, row),
      ...(await judgedBy(work, row)),
      talk: talkOf(row),
      heard: heardOf(row),
      coaching: row.coaching,
      answer: row.answer,
      answeredAt: iso(row.answeredAt),
      decision: row.decision,
      decidedByName: row.decidedByName ?? '',
      lookedWords: row.lookedWords,
      draw: { weekOn: row.weekOn, seed: row.seed, talks: row.talks, drawn: row.drawn },
      earlier: earlier ? { ...earlier, checkedAt: earlier.checkedAt.toISOString() } : null,
      nextId: next?.id ?? null,
      steps: stepsOf(work, row),
    },
    row.orgPath,
  );
}

/** While it waits, the form as it holds; afterwards what it was judged by. */
async function judgedBy(work: Work, row: WholeRow) {
  if (row.state !== 'drawn') {
    const { formEdition, passPercent, marks } = row;
    return { formEdition, passPercent, marks: [...marks] };
  }
  const { edition, passPercent, criteria } = await formAt(work, row.orgPath);
  const marks: ShownMark[] = criteria.map((one) => ({ ...one, points: null }));
  return { formEdition: edition, passPercent, marks };
}

const talkOf = (row: WholeRow): CallCheck['talk'] => ({
  id: row.callId,
  followUpId: row.followUpId,
  customerId: row.customerId,
  plate: row.plate ?? '',
  orderNumber: row.orderNumber ?? '',
  topics: row.topics,
  answers: row.answers,
  mainPoints: row.mainPoints,
  satisfaction: row.satisfaction,
  askedByCustomer: row.askedByCustomer,
  actingForName: row.actingForName ?? '',
  matters: row.matters,
});

const heardOf = (row: WholeRow): CallCheck['heard'] =>
  row.phoneCallId === null
    ? null
    : {
        phoneCallId: row.phoneCallId,
        seconds: row.seconds === null ? null : Math.max(0, row.seconds),
        fileId: row.fileId,
        isAnnounced: row.isAnnounced,
      };

export const presentFigure = ({
  key,
  name,
  drawn,
  checked,
  average,
  failed,
  disputed,
  overdue,
}: Counted): CheckFigure => ({
  ...{ key, name, drawn, checked, failed, disputed, overdue },
  average: checked < leastForAverage ? null : average,
});
