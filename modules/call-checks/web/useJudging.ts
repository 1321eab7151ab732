import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useWriting } from '#web/api.ts';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type CallCheck, callCheckRoutes as routes, scoreOf } from '../contract.ts';
import {
  askedNow,
  begunWith,
  bodyMarks,
  givenMarks,
  isSaid,
  type Judgement,
  stepBack,
  withPoints,
} from './judging.ts';
import { touches, useSay } from './useCheckWords.ts';

/** What is judged, saved and opened next: a first check, or the second look at a disputed one. */
export function useJudging(check: CallCheck) {
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const isSecond = check.state === 'disputed';
  const draft = useDraft<Judgement>(`call-check.${check.state}.${check.id}`, begunWith(check));
  const [judged, setJudged] = useState(draft.initial);
  const [isTried, setTried] = useState(false);
  const first = useWriting(routes.check, touches);
  const second = useWriting(routes.decide, touches);
  const writing = isSecond ? second : first;
  const change = (next: Judgement) => {
    setJudged(next);
    draft.keep(next);
  };
  const asked = askedNow(check.marks, judged, null);
  // What a key changes stands before the next key comes.
  const give = (key: string, points: number | null) =>
    flushSync(() => change(withPoints(judged, key, points)));
  const missing = missingOf(check, judged);

  const save = () => {
    setTried(true);
    if (missing || writing.isPending) return;
    const params = { callCheckId: check.id };
    const marks = bodyMarks(check.marks, judged);
    const onSuccess = () => {
      draft.clear();
      tell(say('saved'));
      if (check.nextId && !isSecond) void navigate({ to: `/call-checks/${check.nextId}` as never });
    };
    const words = judged.coaching.trim();
    if (isSecond) {
      second.mutate({ params, body: { words, marks } }, { onSuccess });
      return;
    }
    const agreed = judged.agreed.trim();
    const agreement = agreed && { agreed, agreedOn: judged.agreedOn };
    const { formEdition } = check;
    const body = { formEdition, marks, coaching: words, ...(agreement || {}) };
    first.mutate({ params, body }, { onSuccess });
  };

  return {
    judged,
    change,
    asked,
    give,
    giveAsked: (points: number | null) => {
      if (asked && (points === null || points <= asked.most)) give(asked.key, points);
    },
    back: () => flushSync(() => change(stepBack(check.marks, judged))),
    save,
    isSaving: writing.isPending,
    problem: writing.error,
    again: writing.again,
    /** Said only after the person tried to save. */
    lacks: isTried && missing ? say(missing.word, missing.facts) : '',
  };
}
export type Judging = ReturnType<typeof useJudging>;

type Missing = {
  word: 'markAll' | 'needCoaching' | 'needDay' | 'decideWhy';
  facts?: Record<string, number>;
};
function missingOf(check: CallCheck, judged: Judgement): Missing | null {
  const count = check.marks.filter(({ key }) => !isSaid(judged, key)).length;
  if (count > 0) return { word: 'markAll', facts: { count } };
  const hasWords = judged.coaching.trim() !== '';
  if (check.state === 'disputed') return hasWords ? null : { word: 'decideWhy' };
  const { score, isFailed } = scoreOf(givenMarks(check.marks, judged));
  const isWeak = score === null || isFailed || score < check.passPercent;
  if (isWeak && !hasWords) return { word: 'needCoaching' };
  return (judged.agreed.trim() === '') === (judged.agreedOn === '') ? null : { word: 'needDay' };
}
