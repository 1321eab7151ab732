import { useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { useModules } from '#web/modules.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useLanguage } from '#web/useWords.ts';
import { serviceOrderRoutes as routes, type ServiceOrder } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** A photo from the phone, or a file from the desk; where the customer signed something, the way to it. */
export function PaperAdder({ order }: { order: Pick<ServiceOrder, 'id' | 'papers'> }) {
  const orderId = order.id;
  const Signed = useModules().find((module) => module.SignedAtReception)?.SignedAtReception;
  const isSigned = order.papers.some(({ kind }) => kind === 'signature');
  const { say } = useOrderWords();
  const language = useLanguage();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const add = useWriting(routes.addPaper);
  const take = async (files: FileList | null) => {
    setIsBusy(true);
    setProblem(null);
    try {
      for (const file of files ?? []) {
        const { id: fileId, contentType } = await storeFile(file, language);
        const kind = contentType.startsWith('image/') ? 'photo' : 'document';
        await add.mutateAsync({ params: { orderId }, body: { fileId, kind } });
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
      {Signed && isSigned && <Signed orderId={orderId} />}
      <label className={`order-file-button ${isBusy ? 'order-file-busy' : ''}`}>
        <Icon name="upload" size={16} />
        {say('addPhoto')}
        <input
          type="file"
          multiple
          accept="image/*,application/pdf"
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
