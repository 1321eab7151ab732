import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type Conflicted, clockRoutes } from '../contract.ts';
import { fieldTime, instantOf, TimesField } from './TimesField.tsx';
import { useClockWords } from './useClockWords.ts';

/** The team leader settles a stamp: these times count, or none; always with a reason. */
export function SettleForm({ conflicted }: { conflicted: Conflicted }) {
  const { say } = useClockWords();
  const tell = useTell();
  const settle = useWriting(clockRoutes.settle);
  const [reason, setReason] = useState('');
  const [times, setTimes] = useState({
    from: fieldTime(conflicted.happenedAt),
    until: fieldTime(conflicted.arrivedAt),
  });
  const canCount = conflicted.outcome === 'kept';
  const send = (isCounted: boolean) =>
    settle.mutate(
      {
        params: { stampId: conflicted.id },
        body: {
          reason,
          ...(isCounted && {
            counted: { startedAt: instantOf(times.from), endedAt: instantOf(times.until) },
          }),
        },
      },
      { onSuccess: () => tell(say('settled')) },
    );
  const isReady = reason.trim() !== '';
  return (
    <div className="dispatch-settle">
      <ProblemNote problem={settle.error} onAgain={settle.again} />
      {canCount && <TimesField times={times} onChange={setTimes} />}
      <Input
        aria-label={say('reason')}
        placeholder={say('reason')}
        maxLength={300}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {canCount && (
        <Button type="primary" disabled={!isReady} onClick={() => send(true)}>
          {say('count')}
        </Button>
      )}
      <Button disabled={!isReady} onClick={() => send(false)}>
        {canCount ? say('leave') : say('settle')}
      </Button>
    </div>
  );
}
