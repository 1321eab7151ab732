import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWorkWords } from './workWords.ts';

/** A few fields over the record, sent with Ctrl and Enter; what was refused stands above them. */
export function WorkSheet(props: {
  title: string;
  /** What stands on the button, where it is not to save. */
  submit?: string;
  isComplete: boolean;
  isPending: boolean;
  problem: ApiProblem | null;
  onAgain: () => void;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, isComplete, isPending, problem, onAgain, onSubmit, onClose, children } = props;
  const { say } = useWorkWords();
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        className="complaint-step-form complaint-work-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) onSubmit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (isComplete) onSubmit();
        }}
      >
        <ProblemNote problem={problem} onAgain={onAgain} />
        {children}
        <div className="complaint-form-end">
          <Button type="primary" htmlType="submit" loading={isPending} disabled={!isComplete}>
            {props.submit ?? say('save')}
          </Button>
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd>
        </div>
      </form>
    </Sheet>
  );
}

/** A label above its field. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is among the children
    <label className="complaint-labelled">
      <span>{label}</span>
      {children}
    </label>
  );
}
