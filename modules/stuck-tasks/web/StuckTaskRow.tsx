import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StateTag } from '#web/StateTag.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type StuckTask, stuckTaskRoutes } from '../contract.ts';
import { areas } from '../locales/areas.ts';
import { stuckWords } from '../locales/words.ts';
import { DropSheet } from './DropSheet.tsx';

/** One task: what it leaves undone in words, for whoever helps its name and what the program said. */
export function StuckTaskRow({ task }: { task: StuckTask }) {
  const say = useWords(stuckWords);
  const language = useLanguage();
  const tell = useTell();
  const retry = useWriting(stuckTaskRoutes.retry);
  const [isDropping, setIsDropping] = useState(false);
  const { id: taskId, name, state, attempts, lastError, nextTryAt, createdAt } = task;
  const at = (instant: string) => shortTime(instant, now(), language);
  const area = areas[name.split('.')[0]!];
  const again = () =>
    retry.mutate({ params: { taskId } }, { onSuccess: () => tell(say('retried')) });
  const facts = [
    say('since', { at: at(createdAt) }),
    say('tried', { count: attempts }),
    state === 'failing' && say('next', { at: at(nextTryAt) }),
  ].filter(Boolean);
  return (
    <li className="stuck-task">
      <div className="stuck-said">
        <p>
          <StateTag tone={state === 'givenUp' ? 'late' : 'warn'}>{say(state)}</StateTag>{' '}
          {area?.[language === 'en' ? 1 : 0] ?? name}
        </p>
        <p className="soft">{facts.join(' · ')}</p>
        <p className="stuck-error">
          {name} · {lastError}
        </p>
        <ProblemNote problem={retry.error} onAgain={retry.again} />
      </div>
      <div className="stuck-steps">
        <Button
          type={state === 'givenUp' ? 'primary' : 'default'}
          loading={retry.isPending}
          onClick={again}
        >
          {say('retry')}
        </Button>
        <Button onClick={() => setIsDropping(true)}>{say('drop')}</Button>
      </div>
      {isDropping && <DropSheet taskId={taskId} onClose={() => setIsDropping(false)} />}
    </li>
  );
}
