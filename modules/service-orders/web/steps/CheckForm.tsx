import { Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

/** Passed, or back to the work with a reason: two buttons, one line. */
export function CheckForm(
  props: Pick<StepFormProps, 'onDone'> & {
    order: { id: string; version: number };
    gate: 'selfCheck' | 'teamCheck';
  },
) {
  const { say } = useOrderWords();
  const [note, setNote] = useState('');
  const { take, problem, isPending, again } = useStep(routes[props.gate], props);
  return (
    <div className="order-stack">
      <ProblemNote problem={problem} onAgain={again} />
      <Input.TextArea
        value={note}
        maxLength={2000}
        className="grows"
        rows={2}
        placeholder={say('failReason')}
        aria-label={say('failReason')}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="order-big-buttons">
        <Button
          type="primary"
          size="large"
          loading={isPending}
          onClick={() => take({ passed: true, note })}
        >
          {say('passed')}
        </Button>
        <Button
          danger
          size="large"
          disabled={note.trim() === '' || isPending}
          onClick={() => take({ passed: false, note })}
        >
          {say('failed')}
        </Button>
      </div>
    </div>
  );
}
