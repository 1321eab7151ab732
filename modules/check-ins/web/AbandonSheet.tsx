import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { checkInRoutes as routes } from '../contract.ts';
import { Field } from './Field.tsx';
import { useCheckInWords } from './useCheckInWords.ts';

/** The customer leaves without an order: why is asked once. */
export function AbandonSheet(props: { checkInId: string; version: number; onClose: () => void }) {
  const { checkInId, version, onClose } = props;
  const { say } = useCheckInWords();
  const [reason, setReason] = useState('');
  const abandon = useWriting(routes.abandon);
  const submit = () =>
    abandon.mutate(
      { params: { checkInId }, body: { reason: reason.trim() }, version },
      { onSuccess: onClose },
    );
  return (
    <Sheet title={say('abandon')} onClose={onClose}>
      <form
        className="checkin-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) submit();
        }}
      >
        <ProblemNote problem={abandon.error} onAgain={abandon.again} />
        <Field label={say('abandonReason')}>
          {(id) => (
            <Input
              id={id}
              size="large"
              maxLength={300}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="form-end">
          <Button size="large" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button
            size="large"
            type="primary"
            htmlType="submit"
            disabled={reason.trim() === ''}
            loading={abandon.isPending}
          >
            {say('abandonNow')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
