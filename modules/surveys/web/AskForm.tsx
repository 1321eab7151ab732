import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import {
  type GivenAnswer,
  type InvitationRecord,
  invitationRoutes,
  type Question,
} from '../contract.ts';
import { surveyWords } from '../locales/words.ts';
import { scoresOf } from './questions.ts';

type Answers = Readonly<Record<string, GivenAnswer>>;

/** All questions on one page for the caller, by the keyboard alone: figures answer, arrows move, Ctrl+Enter saves. */
export function AskForm({ survey }: { survey: InvitationRecord }) {
  const say = useWords(surveyWords);
  const tell = useTell();
  const tongue = useLanguage() === 'en' ? 'en' : 'zh';
  const { questions } = survey.content;
  const draft = useDraft<Answers>(`survey.${survey.id}`, {});
  const [answers, setAnswers] = useState<Answers>(draft.initial);
  const [at, setAt] = useState(0);
  const record = useWriting(invitationRoutes.record, { touches: ['matters', 'survey-figures'] });
  const note = (answer: GivenAnswer) => {
    const next = { ...answers, [answer.key]: answer };
    setAnswers(next);
    draft.keep(next);
  };
  const goTo = (next: number) => {
    const number = Math.max(0, Math.min(next, questions.length - 1));
    setAt(number);
    document.querySelector<HTMLElement>(`[data-survey="${questions[number]?.key}"]`)?.focus();
  };
  const score = (question: Question, value: number) => {
    note({ key: question.key, score: value, words: '' });
    goTo(questions.indexOf(question) + 1);
  };
  const given = questions.flatMap(({ key }) => answers[key] ?? []).filter(isGiven);
  const isComplete = questions.every(
    ({ key, isRequired }) => !isRequired || given.some((answer) => answer.key === key),
  );
  const save = () => {
    if (!isComplete || record.isPending) return;
    const input = { params: { surveyInvitationId: survey.id }, body: { answers: given } };
    record.mutate(
      { ...input, version: survey.version },
      {
        onSuccess: () => {
          draft.clear();
          tell(say('saved'));
        },
      },
    );
  };
  useAskKeys({ questions, at, move: goTo, score, save });
  return (
    <Card title={survey.content.title[tongue]}>
      <p className="soft survey-lead">{say('askLead')}</p>
      <ProblemNote problem={record.error} onAgain={record.again} />
      <ol className="survey-ask">
        {questions.map((question, number) => (
          <li key={question.key} className={number === at ? 'survey-ask-now' : undefined}>
            <p>
              {question.text[tongue]}
              {question.isRequired && <span className="soft"> · {say('required')}</span>}
            </p>
            {question.kind === 'words' ? (
              <Input.TextArea
                rows={3}
                maxLength={1000}
                aria-label={question.text[tongue]}
                data-survey={question.key}
                value={answers[question.key]?.words ?? ''}
                onFocus={() => setAt(number)}
                onChange={({ target }) =>
                  note({ key: question.key, score: null, words: target.value })
                }
              />
            ) : (
              <fieldset className="survey-ask-choices" aria-label={question.text[tongue]}>
                {scoresOf(question).map((value) => (
                  <button
                    key={value}
                    type="button"
                    aria-pressed={answers[question.key]?.score === value}
                    onClick={() => score(question, value)}
                  >
                    {question.kind === 'choice'
                      ? `${value} ${question.options[value - 1]?.[tongue]}`
                      : value}
                  </button>
                ))}
              </fieldset>
            )}
          </li>
        ))}
      </ol>
      <div className="form-end">
        <Button type="primary" disabled={!isComplete} loading={record.isPending} onClick={save}>
          {say('save')}
        </Button>
      </div>
    </Card>
  );
}

const isGiven = ({ score, words }: GivenAnswer) => score !== null || words.trim() !== '';

/** Figures answer the question that is asked now; ten is `-`, beside the nought. */
function useAskKeys(props: {
  questions: readonly Question[];
  at: number;
  move: (at: number) => void;
  score: (question: Question, value: number) => void;
  save: () => void;
}) {
  const { questions, at, move, score, save } = props;
  const say = useWords(surveyWords);
  const question = questions[at];
  const figure = (key: number) => () => {
    if (question && scoresOf(question).includes(key)) score(question, key);
  };
  const key = (keys: string, run: () => void, hidden = true) => ({
    keys,
    label: say('ask'),
    group: 'page' as const,
    run,
    hidden,
  });
  useHotkey(key('1', figure(1), false));
  useHotkey(key('2', figure(2)));
  useHotkey(key('3', figure(3)));
  useHotkey(key('4', figure(4)));
  useHotkey(key('5', figure(5)));
  useHotkey(key('6', figure(6)));
  useHotkey(key('7', figure(7)));
  useHotkey(key('8', figure(8)));
  useHotkey(key('9', figure(9)));
  useHotkey(key('0', figure(0)));
  useHotkey(key('-', figure(10)));
  useHotkey(key('ArrowDown', () => move(at + 1)));
  useHotkey(key('ArrowUp', () => move(at - 1)));
  useHotkey({ ...key('mod+Enter', save, false), label: say('save') });
}
