import { Button, Checkbox } from 'antd';
import { useRef, useState } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { storeFile } from '#modules/files/web/index.ts';
import { type ApiProblem, pathOf } from '#shared/call.ts';
import { isProblem, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useLanguage } from '#web/useWords.ts';
import { type PhoneCall, phoneCallRoutes } from '../contract.ts';
import { touches, useSay } from './usePhoneWords.ts';

/** What was recorded, and whether the customer was told so before (PIPL art. 17). */
export function RecordingCard({ call }: { call: PhoneCall }) {
  const say = useSay();
  const hadTalk = call.answeredAt !== null && call.direction !== 'visit';
  if (!hadTalk && call.fileId === null) return null;
  return (
    <section className="card phone-recording">
      <h3>{say('recording')}</h3>
      {call.isAnnounced !== null && (
        <p className={call.isAnnounced ? 'soft' : 'phone-warn'}>
          {say(call.isAnnounced ? 'announced' : 'notAnnounced')}
        </p>
      )}
      {call.fileId ? (
        <p>
          <a href={pathOf(fileRoutes.read, { fileId: call.fileId })}>{say('play')}</a>
        </p>
      ) : (
        <Attach call={call} />
      )}
    </section>
  );
}

function Attach({ call }: { call: PhoneCall }) {
  const say = useSay();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [isAnnounced, setIsAnnounced] = useState(call.isAnnounced ?? true);
  const [refused, setRefused] = useState<ApiProblem | null>(null);
  const [isUploading, setIsUploading] = useState(false);
  const keep = useWriting(phoneCallRoutes.keepRecording, touches);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setRefused(null);
    setIsUploading(true);
    try {
      const { id: fileId } = await storeFile(file, language);
      keep.mutate({ params: { phoneCallId: call.id }, body: { fileId, isAnnounced } });
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setRefused(thrown);
    } finally {
      setIsUploading(false);
    }
  };
  return (
    <>
      <ProblemNote problem={refused ?? keep.error} onAgain={keep.again} />
      <Checkbox checked={isAnnounced} onChange={({ target }) => setIsAnnounced(target.checked)}>
        {say('wasAnnounced')}
      </Checkbox>
      <input
        ref={field}
        type="file"
        accept="audio/*,.mp3,.m4a,.wav,.mp4"
        hidden
        aria-label={say('addRecording')}
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <Button loading={isUploading || keep.isPending} onClick={() => field.current?.click()}>
        {say('addRecording')}
      </Button>
    </>
  );
}
