import { Button } from 'antd';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useClockWords } from './useClockWords.ts';
import type { JobFiles } from './useJobFiles.ts';

/** What is still on this telephone, and what will never be taken. */
export function WaitingFiles({ files }: { files: JobFiles }) {
  const { say } = useClockWords();
  const { waiting, problem, giveUp } = files;
  const [first] = waiting;
  if (!first) return null;
  return (
    <>
      <p role="status" className="clock-queued">
        {say('filesWaiting', { count: waiting.length })}
      </p>
      <ProblemNote problem={problem} />
      {problem && <Button onClick={() => void giveUp(first.id)}>{say('giveUp')}</Button>}
    </>
  );
}
