import { Button } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { fileViewWords } from '../locales/words-view.ts';
import { PdfSheet } from './PdfSheet.tsx';
import { mostMegabytes, openPdf, type PDFDocumentProxy, PdfRefused, type Refusal } from './pdf.ts';

type Opened =
  | { kind: 'opening' }
  | { kind: 'open'; pdf: PDFDocumentProxy; ratio: number }
  | { kind: 'refused'; reason: Refusal };

/** The pages of a PDF one under the other, each drawn when it comes near. */
export default function PdfPages(props: {
  source: string;
  zoom: number;
  scroller: RefObject<HTMLElement | null>;
  onOpened: (pages: number) => void;
}) {
  const { source, zoom, scroller, onOpened } = props;
  const say = useWords(fileViewWords);
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who tries again opens it anew
  useEffect(() => {
    const leaving = new AbortController();
    setOpened({ kind: 'opening' });
    void open(source, leaving.signal).then((done) => {
      if (leaving.signal.aborted) return;
      setOpened(done);
      if (done.kind === 'open') onOpened(done.pdf.numPages);
    });
    return () => leaving.abort();
  }, [source, attempt, onOpened]);
  if (opened.kind === 'opening') return <Waiting label={say('opening')} />;
  if (opened.kind === 'refused') {
    return (
      <div className="files-refused" role="alert">
        <p>{say(opened.reason, { megabytes: mostMegabytes })}</p>
        {opened.reason === 'unreachable' && (
          <Button onClick={() => setAttempt(attempt + 1)}>{say('again')}</Button>
        )}
      </div>
    );
  }
  const { pdf, ratio } = opened;
  return Array.from({ length: pdf.numPages }, (_, at) => (
    <PdfSheet
      // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place
      key={at}
      pdf={pdf}
      number={at + 1}
      ratio={ratio}
      zoom={zoom}
      scroller={scroller}
    />
  ));
}

/** The first page gives the others their place until they are read themselves. */
async function open(source: string, signal: AbortSignal): Promise<Opened> {
  try {
    const pdf = await openPdf(source, signal);
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    return { kind: 'open', pdf, ratio: width / height };
  } catch (error) {
    return { kind: 'refused', reason: error instanceof PdfRefused ? error.reason : 'broken' };
  }
}
