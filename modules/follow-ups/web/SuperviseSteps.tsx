import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { type FollowUp, followUpRoutes } from '../contract.ts';
import { followUpWords } from '../locales/words.ts';
import { useSay } from './useFollowUpWords.ts';

/** What the supervisor may do: give it to another caller, or let it go with a reason. */
export function SuperviseSteps({ followUp }: { followUp: FollowUp }) {
  const [step, setStep] = useState<string | null>(null);
  const steps = followUp.steps.filter((one) => one.step === 'assign' || one.step === 'cancel');
  if (steps.length === 0 || followUp.state !== 'planned') return null;
  const close = () => setStep(null);
  return (
    <>
      <StepButtons steps={steps} words={followUpWords} onStep={setStep} main="" />
      {step === 'assign' && <Assign followUp={followUp} onDone={close} />}
      {step === 'cancel' && <Cancel followUp={followUp} onDone={close} />}
    </>
  );
}

interface StepProps {
  followUp: FollowUp;
  onDone: () => void;
}

function Assign({ followUp, onDone }: StepProps) {
  const say = useSay();
  const query = { permission: 'followUps.call', state: 'active' } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  const assigning = useWriting(followUpRoutes.assign);
  const others = (data?.items ?? []).filter(({ id }) => id !== followUp.agentId);
  const params = { followUpId: followUp.id };
  return (
    <Sheet title={say('assignTo')} onClose={onDone}>
      <ProblemNote problem={assigning.error} onAgain={assigning.again} />
      <div className="bench-sheet-choices">
        {others.map(({ id, name, post }) => (
          <Button
            key={id}
            block
            loading={assigning.isPending && assigning.variables?.body.agentId === id}
            onClick={() =>
              assigning.mutate({ params, body: { agentId: id } }, { onSuccess: onDone })
            }
          >
            {name} {post && <span className="soft">{post}</span>}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

function Cancel({ followUp, onDone }: StepProps) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const cancelling = useWriting(followUpRoutes.cancel);
  const params = { followUpId: followUp.id };
  return (
    <Sheet title={say('cancel')} onClose={onDone}>
      <ProblemNote problem={cancelling.error} onAgain={cancelling.again} />
      <div className="bench-sheet-choices">
        <Input
          autoFocus
          maxLength={200}
          aria-label={say('cancelReason')}
          placeholder={say('cancelReason')}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          type="primary"
          danger
          disabled={reason.trim() === ''}
          loading={cancelling.isPending}
          onClick={() => cancelling.mutate({ params, body: { reason } }, { onSuccess: onDone })}
        >
          {say('cancel')}
        </Button>
      </div>
    </Sheet>
  );
}
