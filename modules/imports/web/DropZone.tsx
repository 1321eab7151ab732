import { useRef, useState } from 'react';
import type { StoredFile } from '#modules/files/contract.ts';
import type { ApiProblem } from '#shared/call.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { Bar } from './Bar.tsx';
import { acceptedFiles, uploadFile } from './uploadFile.ts';

/** Where a list is dropped, or chosen with a press: on a phone from its files. */
export function DropZone({ onStored }: { onStored: (file: StoredFile) => void }) {
  const say = useWords(importScreenWords);
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const send = async (file: File | undefined) => {
    if (!file || percent !== null) return;
    setProblem(null);
    setPercent(0);
    try {
      onStored(await uploadFile(file, setPercent));
    } catch (thrown) {
      setProblem(thrown as ApiProblem);
    } finally {
      setPercent(null);
    }
  };
  return (
    <div className="import-drop">
      <button
        type="button"
        className={`import-drop-zone ${isOver ? 'import-drop-over' : ''}`}
        onClick={() => chooser.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="upload" size={28} />
        <strong>{percent === null ? say('dropHere') : say('uploading', { percent })}</strong>
        {percent === null ? <span>{say('orChoose')}</span> : <Bar done={percent} total={100} />}
        <span className="soft">{say('dropNote')}</span>
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={acceptedFiles}
        aria-label={say('dropHere')}
        onChange={({ target }) => {
          void send(target.files?.[0]);
          target.value = '';
        }}
      />
      <ProblemNote problem={problem} />
    </div>
  );
}
