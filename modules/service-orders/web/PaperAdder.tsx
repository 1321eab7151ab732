import { useState } from 'react';
import { fileRoutes, type StoredFile } from '#modules/files/contract.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useLanguage } from '#web/useWords.ts';
import { serviceOrderRoutes as routes } from '../contract.ts';
import { useOrderWords } from './useOrderWords.ts';

/** The bytes go up as they are; the server looks what they are. */
async function stored(file: File, language: string): Promise<StoredFile> {
  const path = pathOf(fileRoutes.add, {}, { name: file.name || undefined });
  const headers = { 'content-type': 'application/octet-stream', 'accept-language': language };
  const answer = await fetch(path, { method: 'POST', headers, body: file });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiProblem(answer.status, body);
  return body;
}

/** A photo from the phone, or a file from the desk. */
export function PaperAdder({ orderId }: { orderId: string }) {
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
        const { id: fileId, contentType } = await stored(file, language);
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
