import { useState } from 'react';
import { letterType } from '#modules/files/contract.ts';
import { StoredFileView, storeFile } from '#modules/files/web/index.ts';
import { ApiProblem, pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { useWorkWords } from './workWords.ts';

/** What proves something: who filed it when, and the hash by which it is known again; and the whole file on paper. */
export function EvidenceCard({ complaint }: { complaint: Complaint }) {
  const { say } = useWorkWords();
  const session = useSession();
  const { evidence } = complaint;
  return (
    <Card
      title={say('evidence')}
      actions={
        <span className="complaint-evidence-actions">
          <a
            href={pathOf(routes.file, { complaintId: complaint.id })}
            target="_blank"
            rel="noreferrer"
          >
            {say('printFile')}
          </a>
          {mayUse(session, ['complaints.handle']) && <EvidenceAdder complaintId={complaint.id} />}
        </span>
      }
    >
      {evidence.length === 0 && <p className="soft">{say('noEvidence')}</p>}
      <ul className="complaint-evidence">
        {evidence.map((each) => (
          <li key={each.id}>
            {each.contentType === letterType ? (
              <Icon name="message" size={20} />
            ) : (
              <StoredFileView
                fileId={each.fileId}
                contentType={each.contentType}
                name={each.caption || each.fileName}
                label={each.contentType.startsWith('image/') ? undefined : each.fileName}
              />
            )}
            <div>
              <p>
                {each.contentType === letterType
                  ? say('evidenceLetter')
                  : each.caption || each.fileName}
              </p>
              <p className="soft">
                {each.filedByName} · {fullTime(each.at)}
              </p>
              <p className="soft complaint-hash">
                {say('contentHash')} {each.contentHash}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EvidenceAdder({ complaintId }: { complaintId: string }) {
  const { say } = useWorkWords();
  const language = useLanguage();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const add = useWriting(routes.addEvidence);
  const take = async (files: FileList | null) => {
    setBusy(true);
    setProblem(null);
    try {
      for (const file of files ?? []) {
        const { id: fileId } = await storeFile(file, language);
        await add.mutateAsync({ params: { complaintId }, body: { fileId } });
      }
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setProblem(thrown);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <label className={`complaint-file-button ${isBusy ? 'complaint-file-busy' : ''}`}>
        <Icon name="upload" size={16} />
        {say('addEvidence')}
        <input
          type="file"
          multiple
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
