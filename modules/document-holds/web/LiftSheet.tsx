import { useWriting } from '#web/api.ts';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type DocumentHold, holdRoutes } from '../contract.ts';
import { touches, useSay } from './said.ts';

/** A hold is lifted for a reason that stays on record. */
export function LiftSheet({ hold, onClose }: { hold: DocumentHold; onClose: () => void }) {
  const say = useSay();
  const tell = useTell();
  const lift = useWriting(holdRoutes.lift, touches);
  const done = {
    onSuccess: () => {
      tell(say('lifted'));
      onClose();
    },
  };
  return (
    <ReasonSheet
      title={say('lift')}
      label={say('liftReason')}
      word={say('lift')}
      lead={`${say('liftLead')} ${say('liftHint')}`}
      writing={lift}
      onReason={(reason) =>
        lift.mutate(
          { params: { documentHoldId: hold.id }, body: { reason }, version: hold.version },
          done,
        )
      }
      onClose={onClose}
    />
  );
}
