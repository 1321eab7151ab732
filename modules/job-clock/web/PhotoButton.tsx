import { useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { ApiProblem } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useClockWords } from './useClockWords.ts';

/** The phone's camera: the photo goes to the order. */
export function PhotoButton({ orderId, onStored }: { orderId: string; onStored?: () => void }) {
  const { say, language } = useClockWords();
  const tell = useTell();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const add = useWriting(serviceOrderRoutes.addPaper);
  const take = async (files: FileList | null) => {
    setIsBusy(true);
    setProblem(null);
    try {
      for (const file of files ?? []) {
        const { id: fileId } = await storeFile(file, language);
        await add.mutateAsync({ params: { orderId }, body: { fileId, kind: 'photo' } });
        onStored?.();
        tell(say('photoStored'));
      }
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <label className={`clock-photo ${isBusy ? 'clock-photo-busy' : ''}`}>
        <Icon name="upload" size={16} />
        {say('photo')}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="visually-hidden"
          disabled={isBusy}
          onChange={(event) => {
            void take(event.target.files).then(() => {
              event.target.value = '';
            });
          }}
        />
      </label>
      <ProblemNote problem={problem} />
    </>
  );
}
