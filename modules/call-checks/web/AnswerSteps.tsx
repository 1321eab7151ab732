import { Button, Input } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type CallCheck, callCheckRoutes as routes } from '../contract.ts';
import { LookForm } from './EarlierCard.tsx';
import { touches, useSay } from './useCheckWords.ts';

/** What its caller says to it; and what the supervisor still has to look at. */
export function AnswerSteps({ check }: { check: CallCheck }) {
  const can = (name: string) => check.steps.some(({ step, allowed }) => step === name && allowed);
  if (can('agree')) return <Answer check={check} />;
  if (can('look')) return <LookCard check={check} />;
  return null;
}

function Answer({ check }: { check: CallCheck }) {
  const say = useSay();
  const tell = useTell();
  const [words, setWords] = useState('');
  const [isDisputing, setDisputing] = useState(false);
  const agree = useWriting(routes.agree, touches);
  const disagree = useWriting(routes.disagree, touches);
  const params = { callCheckId: check.id };
  const done = { onSuccess: () => tell(say('saved')) };
  const agreeNow = () => agree.mutate({ params, body: { words } }, done);
  const dispute = () => flushSync(() => setDisputing(true));
  useHotkey({ keys: 'mod+Enter', label: say('agreeTitle'), group: 'page', run: agreeNow });
  useHotkey({ keys: 'x', label: say('disagreeTitle'), group: 'page', run: dispute });
  return (
    <Card title={say('answer')}>
      <ProblemNote problem={agree.error} onAgain={agree.again} />
      <label htmlFor="callcheck-answer">{say('wordsOptional')}</label>
      <Input.TextArea
        id="callcheck-answer"
        className="grows"
        rows={2}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="callcheck-save">
        <Button size="large" onClick={dispute}>
          {say('disagree')} <kbd className="for-keyboard">X</kbd>
        </Button>
        <Button type="primary" size="large" loading={agree.isPending} onClick={agreeNow}>
          {say('agree')} <kbd className="for-keyboard">Ctrl Enter</kbd>
        </Button>
      </div>
      {isDisputing && (
        <ReasonSheet
          title={say('disagreeTitle')}
          label={say('disagreeWhy')}
          word={say('disagree')}
          lead={say('disagreeNote')}
          writing={disagree}
          onReason={(reason) =>
            disagree.mutate(
              { params, body: { words: reason } },
              {
                onSuccess: () => {
                  setDisputing(false);
                  tell(say('saved'));
                },
              },
            )
          }
          onClose={() => setDisputing(false)}
        />
      )}
    </Card>
  );
}

/** On the day of what was agreed on. */
function LookCard({ check }: { check: CallCheck }) {
  const say = useSay();
  return (
    <Card title={say('wasKept')}>
      <p className="callcheck-words">{check.agreed}</p>
      <LookForm callCheckId={check.id} />
    </Card>
  );
}
