import { useWriting } from '#web/api.ts';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { stuckTaskRoutes } from '../contract.ts';
import { stuckWords } from '../locales/words.ts';

/** Doing without a task is a decision: it needs a reason, which stays on record. */
export function DropSheet({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const say = useWords(stuckWords);
  const tell = useTell();
  const drop = useWriting(stuckTaskRoutes.drop);
  const dropped = () => {
    tell(say('dropped'));
    onClose();
  };
  return (
    <ReasonSheet
      title={say('dropAsk')}
      lead={say('dropLead')}
      label={say('dropReason')}
      word={say('drop')}
      writing={drop}
      onReason={(reason) =>
        drop.mutate({ params: { taskId }, body: { reason } }, { onSuccess: dropped })
      }
      onClose={onClose}
    />
  );
}
