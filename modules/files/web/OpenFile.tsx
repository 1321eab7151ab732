import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { useWords } from '#web/useWords.ts';
import { fileRoutes } from '../contract.ts';
import { fileViewWords } from '../locales/words-view.ts';
import './files.css';

/** Fetched when somebody opens a file. */
const FileFrame = lazy(() => import('./FileFrame.tsx'));

export interface StoredFileShown {
  fileId: string;
  contentType: string;
  name: string;
  /** What stands on the button; without it, a picture shows itself. */
  label?: string;
}

/** What opens a stored file, by its kind. */
export default function OpenFile(props: StoredFileShown) {
  const { fileId, contentType, name, label } = props;
  const say = useWords(fileViewWords);
  const [isOpen, setOpen] = useState(false);
  const source = pathOf(fileRoutes.read, { fileId });
  const isPicture = contentType.startsWith('image/');
  const isPdf = contentType === 'application/pdf';
  if (contentType.startsWith('audio/')) {
    // biome-ignore lint/a11y/useMediaCaption: a telephone call has none
    return <audio controls preload="none" src={source} />;
  }
  if (!isPicture && !isPdf) {
    return (
      <a href={source} target="_blank" rel="noreferrer">
        {label ?? say('open')}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        className={isPicture && !label ? 'files-thumb' : 'files-open'}
        aria-label={say('openNamed', { name })}
        onClick={() => setOpen(true)}
      >
        {isPicture && !label ? (
          <img src={source} alt={name} loading="lazy" />
        ) : (
          (label ?? say('open'))
        )}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <FileFrame
            kind={isPicture ? 'picture' : 'pdf'}
            source={source}
            name={name}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
