import { instantAt } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Answers, followUpRoutes } from '../contract.ts';
import {
  type CallReason,
  type CallResult,
  callResults,
  type complaintKinds,
  type matterKinds,
  type QuestionKey,
  questionKeys,
  questions,
  reasonsOf,
  type TopicKey,
} from '../locales/vocabulary.ts';
import type { FollowUpWord } from '../locales/words.ts';

export interface MatterDraft {
  /** Only to tell the lines of the form apart. */
  key: string;
  kind: (typeof matterKinds)[number];
  content: string;
  isAnswered: boolean;
  solution: string;
}
export interface ComplaintDraft {
  kind: (typeof complaintKinds)[number];
  content: string;
  aboutWhom: string;
}
/** What the caller has noted so far; kept over a reload. */
export interface Talk {
  result: CallResult | null;
  reason: CallReason | null;
  /** As the shop's clock shows it, `2026-11-25T15:30`. */
  nextTryAt: string;
  topics: TopicKey[];
  answers: Answers;
  satisfaction: number | null;
  mainPoints: string;
  matters: MatterDraft[];
  complaint: ComplaintDraft | null;
  askedByCustomer: boolean;
}

export const emptyTalk: Talk = {
  result: null,
  reason: null,
  nextTryAt: '',
  topics: [],
  answers: {},
  satisfaction: null,
  mainPoints: '',
  matters: [],
  complaint: null,
  askedByCustomer: false,
};

export const withResult = (talk: Talk, result: CallResult): Talk => ({
  ...talk,
  result,
  reason: result === 'connected' ? 'talked' : null,
});

/** The question that a number key answers now; `satisfaction` after the last; none when all is answered. */
export function currentQuestion({
  reason,
  answers,
  satisfaction,
}: Talk): QuestionKey | 'satisfaction' | null {
  if (reason !== 'talked') return null;
  const open = questionKeys.find((key) => answers[key] === undefined);
  return open ?? (satisfaction === null ? 'satisfaction' : null);
}

/** A number key: first the result, then its reason, in a talk the answers one after the other. */
export function numberPressed(talk: Talk, number: number): Talk {
  if (talk.result === null) {
    const result = callResults[number - 1];
    return result ? withResult(talk, result) : talk;
  }
  if (talk.result !== 'connected') {
    const reason = reasonsOf[talk.result][number - 1];
    return reason ? { ...talk, reason } : talk;
  }
  const question = currentQuestion(talk);
  if (question === null) return talk;
  if (question === 'satisfaction') return number <= 5 ? { ...talk, satisfaction: number } : talk;
  const answer = questions[question][number - 1];
  return answer ? { ...talk, answers: { ...talk.answers, [question]: answer } } : talk;
}

/** One step back on the same way. */
export function stepBack(talk: Talk): Talk {
  if (talk.satisfaction !== null) return { ...talk, satisfaction: null };
  const last = questionKeys.findLast((key) => talk.answers[key] !== undefined);
  if (last) return { ...talk, answers: { ...talk.answers, [last]: undefined } };
  if (talk.result !== 'connected' && talk.reason !== null) return { ...talk, reason: null };
  return { ...talk, result: null, reason: null };
}

export const withTopic = (talk: Talk, topic: TopicKey): Talk => ({
  ...talk,
  topics: talk.topics.includes(topic)
    ? talk.topics.filter((one) => one !== topic)
    : [...talk.topics, topic],
});

/** What still keeps it from being saved. */
export function lacks({ result, reason, mainPoints }: Talk): FollowUpWord | null {
  if (result === null) return 'needResult';
  if (reason === null) return 'needReason';
  if (reason === 'talked' && mainPoints.trim() === '') return 'needMainPoints';
  return null;
}

type Body = { -readonly [Key in keyof Sent]: Sent[Key] };
type Sent = BodyOf<typeof followUpRoutes.record>;

/** The talk as it is sent; what belongs to a talk is left out where there was none. */
export function bodyOf(talk: Talk): Body {
  const { result, reason, nextTryAt, topics, answers, satisfaction, complaint } = talk;
  const body: Body = { result: result!, reason: reason! };
  if (talk.askedByCustomer) body.askedByCustomer = true;
  if (talk.mainPoints.trim()) body.mainPoints = talk.mainPoints.trim();
  if (reason === 'callLater' && nextTryAt) body.nextTryAt = instantOf(nextTryAt);
  if (result !== 'connected') return body;
  const given = Object.entries(answers).filter(([, answer]) => answer !== undefined);
  if (given.length > 0) body.answers = Object.fromEntries(given);
  if (topics.length > 0) body.topics = topics;
  if (satisfaction !== null) body.satisfaction = satisfaction;
  const matters = talk.matters.filter(({ content }) => content.trim());
  if (matters.length > 0) body.matters = matters.map(matterBody);
  if (complaint?.content.trim()) {
    const { kind, content, aboutWhom } = complaint;
    body.complaint = { kind, content: content.trim(), ...(aboutWhom && { aboutWhom }) };
  }
  return body;
}

const matterBody = ({ kind, content, isAnswered, solution }: MatterDraft) => ({
  kind,
  content: content.trim(),
  ...(isAnswered && solution.trim() && { solution: solution.trim() }),
});

const instantOf = (local: string) => {
  const [date = '', time = ''] = local.split('T');
  return instantAt('Asia/Shanghai', date, time).toISOString();
};
