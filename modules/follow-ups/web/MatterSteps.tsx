import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type Matter, matterRoutes } from '../contract.ts';
import { followUpWords } from '../locales/words.ts';
import { useSay } from './useFollowUpWords.ts';

const touches = ['follow-ups', 'commitments', 'notices'] as const;
const ways = ['phone', 'message', 'inPerson'] as const;

/** Solve, tell, drop; what is not possible yet says why. */
export function MatterSteps({ matter }: { matter: Matter }) {
  const [step, setStep] = useState<string | null>(null);
  const close = () => setStep(null);
  return (
    <>
      <StepButtons steps={matter.steps} words={followUpWords} onStep={setStep} />
      {step === 'solve' && <Solve matter={matter} onDone={close} />}
      {step === 'tell' && <Tell matter={matter} onDone={close} />}
      {step === 'drop' && <Drop matter={matter} onDone={close} />}
    </>
  );
}

interface StepProps {
  matter: Matter;
  onDone: () => void;
}

function Solve({ matter, onDone }: StepProps) {
  const say = useSay();
  const draft = useDraft(`matter.solve.${matter.id}`, '');
  const solving = useWriting(matterRoutes.solve, { touches });
  const params = { matterId: matter.id };
  return (
    <WordsSheet
      title={say('solve')}
      hint={say('solveHint')}
      initial={draft.initial}
      onType={draft.keep}
      writing={solving}
      onDone={onDone}
      onConfirm={(solution) =>
        solving.mutate(
          { params, body: { solution }, version: matter.version },
          {
            onSuccess: () => {
              draft.clear();
              onDone();
            },
          },
        )
      }
    />
  );
}

function Drop({ matter, onDone }: StepProps) {
  const say = useSay();
  const dropping = useWriting(matterRoutes.drop, { touches });
  const params = { matterId: matter.id };
  return (
    <WordsSheet
      title={say('drop')}
      hint={say('dropHint')}
      initial=""
      writing={dropping}
      onDone={onDone}
      onConfirm={(reason) =>
        dropping.mutate(
          { params, body: { reason }, version: matter.version },
          { onSuccess: onDone },
        )
      }
    />
  );
}

function Tell({ matter, onDone }: StepProps) {
  const say = useSay();
  const telling = useWriting(matterRoutes.tell, { touches });
  const params = { matterId: matter.id };
  return (
    <Sheet title={say('toldHow')} onClose={onDone}>
      <ProblemNote problem={telling.error} onAgain={telling.again} />
      <div className="bench-sheet-choices">
        <p>{matter.solution}</p>
        {ways.map((how) => (
          <Button
            key={how}
            block
            size="large"
            loading={telling.isPending && telling.variables?.body.how === how}
            onClick={() =>
              telling.mutate(
                { params, body: { how }, version: matter.version },
                { onSuccess: onDone },
              )
            }
          >
            {say(how)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

function WordsSheet(props: {
  title: string;
  hint: string;
  initial: string;
  onType?: (words: string) => void;
  writing: Pick<ReturnType<typeof useWriting>, 'error' | 'isPending' | 'again'>;
  onDone: () => void;
  onConfirm: (words: string) => void;
}) {
  const { title, hint, initial, onType, writing, onDone, onConfirm } = props;
  const say = useSay();
  const [words, setWords] = useState(initial);
  return (
    <Sheet title={title} onClose={onDone}>
      <ProblemNote problem={writing.error} onAgain={writing.again} />
      <div className="bench-sheet-choices">
        <Input.TextArea
          className="grows"
          autoFocus
          rows={4}
          maxLength={400}
          aria-label={hint}
          placeholder={hint}
          value={words}
          onChange={({ target }) => {
            setWords(target.value);
            onType?.(target.value);
          }}
        />
        <Button
          type="primary"
          disabled={words.trim() === ''}
          loading={writing.isPending}
          onClick={() => onConfirm(words.trim())}
        >
          {say('confirm')}
        </Button>
      </div>
    </Sheet>
  );
}
