import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { serviceOrderRoutes as routes } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

interface WordsFormProps {
  label: string;
  button: string;
  danger?: boolean;
  step: { problem: ApiProblem | null; isPending: boolean; again: () => void };
  onSay: (words: string) => void;
}

/** One text, one button. */
function WordsForm({ label, button, danger = false, step, onSay }: WordsFormProps) {
  const [words, setWords] = useState('');
  return (
    <div className="order-stack">
      <ProblemNote problem={step.problem} onAgain={step.again} />
      <div className="order-labelled">
        <span>{label}</span>
        <Input.TextArea
          aria-label={label}
          autoFocus
          value={words}
          maxLength={500}
          className="grows"
          rows={2}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Button
        type="primary"
        size="large"
        danger={danger}
        loading={step.isPending}
        disabled={words.trim() === ''}
        onClick={() => onSay(words)}
      >
        {button}
      </Button>
    </div>
  );
}

export function LeaveForm(props: StepFormProps) {
  const { say } = useOrderWords();
  const step = useStep(routes.leaveUnrepaired, props);
  return (
    <WordsForm
      label={say('diagnosis')}
      button={say('leaveUnrepaired')}
      step={step}
      onSay={(diagnosis) => step.take({ diagnosis })}
    />
  );
}

export function CancelForm(props: StepFormProps) {
  const { say } = useOrderWords();
  const step = useStep(routes.cancel, props);
  return (
    <WordsForm
      danger
      label={say('reason')}
      button={say('cancel')}
      step={step}
      onSay={(reason) => step.take({ reason })}
    />
  );
}
