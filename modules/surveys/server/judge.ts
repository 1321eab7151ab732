import { type Fault, Problem } from '#platform/problem.ts';
import type { GivenAnswer, Question, QuestionnaireContent } from '../contract.ts';

const topOf = { scale5: 5, scale10: 10, nps: 10 } as const;

/** What answers come to: the overall satisfaction, the recommendation, and which questions were answered low. */
export interface Judged {
  overall: number | null;
  overallOf: 5 | 10 | null;
  recommend: number | null;
  low: Question[];
}

/** CSAT counts the upper two fifths of a scale: 4 and 5 of five, 8 to 10 of ten. */
export const isSatisfied = (overall: number, of: number): boolean => overall * 5 >= of * 4;
/** Net promoter score: 9 and 10 promote, up to 6 detract (domain-rules §5.1: 60/25/15 → 45). */
export const promotesFrom = 9;
export const detractsUntil = 6;

/** Whether a questionnaire can be asked and counted; every fault with its place. */
export function refuseUnfit({ questions }: QuestionnaireContent): void {
  const faults = [...questions.entries()].flatMap(([at, question]) =>
    faultsOf(question, questions.slice(0, at)).map((code) => ({
      pointer: `/content/questions/${at}`,
      code,
    })),
  );
  if (questions.filter(({ isOverall }) => isOverall).length !== 1) {
    faults.push({ pointer: '/content/questions', code: 'overall_not_one' });
  }
  refuse(faults);
}

function faultsOf(question: Question, before: readonly Question[]): string[] {
  const { key, kind, options, isOverall, lowAtMost } = question;
  const isScale = kind === 'scale5' || kind === 'scale10';
  const isCounted = isScale || kind === 'nps';
  const isTooHigh = lowAtMost !== null && (!isCounted || lowAtMost >= topOf[kind]);
  return [
    ...(before.some((other) => other.key === key) ? ['question_key_twice'] : []),
    ...(kind === 'nps' && before.some((other) => other.kind === 'nps') ? ['recommend_twice'] : []),
    ...((kind === 'choice') !== options.length > 1 ? ['choice_needs_options'] : []),
    ...(isOverall && !isScale ? ['overall_not_one'] : []),
    ...(isTooHigh ? ['low_not_fitting'] : []),
  ];
}

/** Holds answers against what was asked: each known once, each needed given, each within its scale. */
export function refuseWrongAnswers(
  { questions }: QuestionnaireContent,
  answers: readonly GivenAnswer[],
): void {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const faults = [...answers.entries()].flatMap(([at, answer]) => {
    const question = byKey.get(answer.key);
    const isTwice = answers.findIndex(({ key }) => key === answer.key) < at;
    if (!question || isTwice) return [{ pointer: `/answers/${at}/key`, code: 'question_unknown' }];
    return isFitting(question, answer)
      ? []
      : [{ pointer: `/answers/${at}`, code: 'answer_not_fitting' }];
  });
  const given = new Set(answers.filter(isGiven).map(({ key }) => key));
  if (questions.some(({ key, isRequired }) => isRequired && !given.has(key))) {
    faults.push({ pointer: '/answers', code: 'answer_needed' });
  }
  refuse(faults);
}

const isGiven = ({ score, words }: GivenAnswer) => score !== null || words.trim() !== '';

function isFitting({ kind, options }: Question, { score, words }: GivenAnswer): boolean {
  if (kind === 'words') return score === null;
  if (words !== '') return false;
  if (score === null) return true;
  const most = kind === 'choice' ? options.length : topOf[kind];
  return score >= (kind === 'nps' ? 0 : 1) && score <= most;
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Problem(422, faults[0]!.code, {}, [...faults]);
}

/** What the answers come to, by the edition that was asked. */
export function judged(
  { questions }: QuestionnaireContent,
  answers: readonly GivenAnswer[],
): Judged {
  const scoreOf = (question: Question | undefined) =>
    answers.find(({ key }) => key === question?.key)?.score ?? null;
  const overallBy = questions.find(({ isOverall }) => isOverall);
  const overall = scoreOf(overallBy);
  const low = questions.filter((question) => {
    const score = scoreOf(question);
    return score !== null && question.lowAtMost !== null && score <= question.lowAtMost;
  });
  return {
    overall,
    overallOf: overall === null ? null : overallBy?.kind === 'scale10' ? 10 : 5,
    recommend: scoreOf(questions.find(({ kind }) => kind === 'nps')),
    low,
  };
}
