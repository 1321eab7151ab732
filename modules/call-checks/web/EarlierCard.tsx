import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import { type CallCheck, callCheckRoutes as routes } from '../contract.ts';
import { touches, useSay } from './useCheckWords.ts';

/** What was agreed on the last time stands beside the next talk: is it to be heard there? */
export function EarlierCard({ of }: { of: NonNullable<CallCheck['earlier']> }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <Card title={say('earlier')}>
      <p className="soft">
        {say('earlierOf', {
          on: shortTime(of.checkedAt, now(), language),
          score: of.score === null ? say('noScore') : say('scoreOf', { score: of.score }),
          day: of.agreedOn,
        })}
      </p>
      <p className="callcheck-words">{of.agreed}</p>
      <LookForm callCheckId={of.id} />
    </Card>
  );
}

export function LookForm({ callCheckId }: { callCheckId: string }) {
  const say = useSay();
  const [words, setWords] = useState('');
  const looking = useWriting(routes.look, touches);
  const look = (wasKept: boolean) =>
    looking.mutate({ params: { callCheckId }, body: { wasKept, words } });
  return (
    <>
      <ProblemNote problem={looking.error} onAgain={looking.again} />
      <div className="callcheck-look">
        <Input
          aria-label={say('wordsOptional')}
          placeholder={say('wasItKept')}
          maxLength={1000}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button loading={looking.isPending} onClick={() => look(true)}>
          {say('kept')}
        </Button>
        <Button loading={looking.isPending} onClick={() => look(false)}>
          {say('notKept')}
        </Button>
      </div>
    </>
  );
}
