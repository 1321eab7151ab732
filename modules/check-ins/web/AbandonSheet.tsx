import { useWriting } from '#web/api.ts';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { checkInRoutes as routes } from '../contract.ts';
import { useCheckInWords } from './useCheckInWords.ts';

/** The customer leaves without an order: why is asked once. */
export function AbandonSheet(props: { checkInId: string; version: number; onClose: () => void }) {
  const { checkInId, version, onClose } = props;
  const { say } = useCheckInWords();
  const abandon = useWriting(routes.abandon);
  return (
    <ReasonSheet
      title={say('abandon')}
      label={say('abandonReason')}
      word={say('abandonNow')}
      size="large"
      writing={abandon}
      onReason={(reason) =>
        abandon.mutate({ params: { checkInId }, body: { reason }, version }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
