import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import './form.css';
import { ProblemNote } from './ProblemNote.tsx';
import { Sheet } from './Sheet.tsx';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** What is given up needs a reason in words, which stays on record. @param word of the button that does it */
export function ReasonSheet(props: {
  title: string;
  label: string;
  word: string;
  lead?: ReactNode;
  /** What is the reason most times: written by one tap. */
  usual?: readonly string[];
  /** Larger, where it is a tablet that is held. */
  size?: 'large';
  writing: { error: ApiProblem | null; isPending: boolean; again: () => void };
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  const { title, label, word, lead, usual = [], size, writing, onReason, onClose } = props;
  const say = useWords(shellWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        className="form-reason"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason) onReason(reason);
        }}
      >
        {lead && <p className="soft">{lead}</p>}
        <ProblemNote problem={writing.error} onAgain={writing.again} />
        {usual.length > 0 && (
          <div className="form-usual">
            {usual.map((words) => (
              <Button key={words} size={size} onClick={() => setTyped(words)}>
                {words}
              </Button>
            ))}
          </div>
        )}
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          size={size}
          maxLength={300}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="form-end">
          <Button size={size} onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button
            size={size}
            type="primary"
            htmlType="submit"
            disabled={!reason}
            loading={writing.isPending}
          >
            {word}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
