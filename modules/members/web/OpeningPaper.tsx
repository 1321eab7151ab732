import { useState } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useLanguage } from '#web/useWords.ts';
import { type Membership, memberRoutes as routes } from '../contract.ts';
import { useMemberWords } from './useMemberWords.ts';

/** The contract of what was taken over: to be looked at, or put beside it when it is found. */
export function OpeningPaper(props: {
  membershipId: string;
  lot: Membership['topUps'][number];
  mayAdd: boolean;
}) {
  const { membershipId, lot, mayAdd } = props;
  const { say } = useMemberWords();
  const language = useLanguage();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const add = useWriting(routes.addPaper);
  const take = async (file: File) => {
    setBusy(true);
    setProblem(null);
    try {
      const { id: fileId } = await storeFile(file, language);
      await add.mutateAsync({ params: { membershipId, topUpId: lot.id }, body: { fileId } });
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  if (lot.fileId !== null) {
    return (
      <a href={pathOf(fileRoutes.read, { fileId: lot.fileId })} target="_blank" rel="noreferrer">
        {say('oldContract')}
      </a>
    );
  }
  if (!mayAdd) return null;
  return (
    <>
      <label className={isBusy ? 'member-paper member-paper-busy' : 'member-paper'}>
        {say('addContract')}
        <input
          type="file"
          accept="image/*,application/pdf"
          className="visually-hidden"
          disabled={isBusy}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void take(file).then(() => Object.assign(target, { value: '' }));
          }}
        />
      </label>
      <ProblemNote problem={problem} />
    </>
  );
}
