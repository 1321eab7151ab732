import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { stuckTaskRoutes } from '../contract.ts';
import { stuckWords } from '../locales/words.ts';
import '#web/form.css';

/** Doing without a task is a decision: it needs a reason, which stays on record. */
export function DropSheet({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const say = useWords(stuckWords);
  const tell = useTell();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const drop = useWriting(stuckTaskRoutes.drop);
  const dropped = () => {
    tell(say('dropped'));
    onClose();
  };
  const submit = () =>
    drop.mutate({ params: { taskId }, body: { reason: reason.trim() } }, { onSuccess: dropped });
  return (
    <Sheet title={say('dropAsk')} onClose={onClose}>
      <form
        className="stuck-drop"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) submit();
        }}
      >
        <p className="soft">{say('dropLead')}</p>
        <ProblemNote problem={drop.error} onAgain={drop.again} />
        <label htmlFor={reasonId}>{say('dropReason')}</label>
        <Input
          id={reasonId}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <div className="form-end">
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="primary"
            htmlType="submit"
            disabled={reason.trim() === ''}
            loading={drop.isPending}
          >
            {say('drop')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
