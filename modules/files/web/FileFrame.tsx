import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Icon } from '#web/Icon.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { fileViewWords } from '../locales/words-view.ts';
import { useZoom } from './useZoom.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import './files.css';

/** pdf.js is heavier than any screen: fetched with the first PDF. */
const PdfPages = lazy(() => import('./PdfPages.tsx'));

/** One stored file, looked at in the page: as large as one likes, page by page, with its way out to the disk. */
export default function FileFrame(props: {
  kind: 'picture' | 'pdf';
  source: string;
  name: string;
  onClose: () => void;
}) {
  const { kind, source, name, onClose } = props;
  const say = useWords(fileViewWords);
  const scroller = useRef<HTMLElement>(null);
  const zooming = useZoom(scroller);
  const [pages, setPages] = useState(0);
  // The keys scroll what is read, from the first moment on.
  useEffect(() => scroller.current?.focus(), []);
  return (
    <Sheet
      title={name}
      place="whole"
      onClose={onClose}
      actions={
        <a
          className="plain-button"
          href={source}
          download={kind === 'pdf' ? pdfNameOf(name) : name}
          aria-label={say('download')}
          title={say('download')}
        >
          <Icon name="download" />
        </a>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole frame; each has its button */}
      <div className="files-frame" onKeyDown={zooming.onKeyDown}>
        <section
          ref={scroller}
          className={`files-scroller files-${kind}`}
          aria-label={say('content')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled by keys must be reached by them
          tabIndex={0}
        >
          {kind === 'picture' ? (
            <img
              className={zooming.zoom === 1 ? 'files-whole' : undefined}
              style={zooming.zoom === 1 ? undefined : { width: `${zooming.zoom * 100}%` }}
              src={source}
              alt={name}
            />
          ) : (
            <Suspense fallback={<Waiting label={say('opening')} />}>
              <PdfPages
                source={source}
                zoom={zooming.zoom}
                scroller={scroller}
                onOpened={setPages}
              />
            </Suspense>
          )}
        </section>
        {(kind === 'picture' || pages > 0) && (
          <ZoomButtons zooming={zooming} pages={pages} scroller={scroller} />
        )}
      </div>
    </Sheet>
  );
}

/** What is saved opens again by its name. */
const pdfNameOf = (name: string) => (/\.pdf$/i.test(name) ? name : `${name}.pdf`);
