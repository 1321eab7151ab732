import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '#web/useWords.ts';
import { fileViewWords } from '../locales/words-view.ts';
import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from './pdf.ts';

/** More dots than this no browser of a phone gives a canvas. */
const mostDots = 16_000_000;

/** One page: its place at once, its drawing and its text while it is near, nothing kept of it when it is far. */
export function PdfSheet(props: {
  pdf: PDFDocumentProxy;
  number: number;
  ratio: number;
  zoom: number;
  scroller: RefObject<HTMLElement | null>;
}) {
  const { pdf, number, zoom, scroller } = props;
  const say = useWords(fileViewWords);
  const sheet = useRef<HTMLElement>(null);
  const isNear = useNear(sheet, scroller);
  const [ratio, setRatio] = useState(props.ratio);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another zoom is another number of dots
  useEffect(() => {
    const place = sheet.current;
    if (!isNear || !place) return;
    let stop = () => {};
    let isOver = false;
    void pdf.getPage(number).then((page) => {
      if (isOver) return;
      const { width, height } = page.getViewport({ scale: 1 });
      setRatio(width / height);
      stop = draw(page, place);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [pdf, number, isNear, zoom]);
  return (
    <article
      ref={sheet}
      className="files-page"
      aria-label={say('pageNumber', { page: number })}
      style={{ width: `${zoom * 100}%`, aspectRatio: ratio }}
    />
  );
}

/** Draws the page and lays its words over it, to be chosen, copied and read aloud; returns what ends it. */
function draw(page: PDFPageProxy, place: HTMLElement): () => void {
  const base = page.getViewport({ scale: 1 });
  const scale = place.clientWidth / base.width;
  const dots = Math.sqrt(mostDots / (base.width * base.height)) / scale;
  const viewport = page.getViewport({ scale: scale * Math.min(devicePixelRatio, dots) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const words = document.createElement('div');
  words.className = 'files-text';
  words.style.setProperty('--total-scale-factor', String(scale));
  const drawing = page.render({ canvas, viewport });
  const text = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: words,
    viewport: page.getViewport({ scale }),
  });
  // What was there stays until the new drawing is done; the words go with it.
  drawing.promise.then(
    () => lay(place, canvas, words),
    () => {},
  );
  text.render().catch(() => {});
  return () => {
    drawing.cancel();
    text.cancel();
    const tidy = () => page.cleanup();
    drawing.promise.then(tidy, tidy);
  };
}

/** Safari gives the memory of a canvas back only when it is empty. */
function lay(place: HTMLElement, ...drawn: HTMLElement[]): void {
  for (const canvas of place.querySelectorAll('canvas')) canvas.width = 0;
  place.replaceChildren(...drawn);
}

/** Whether a thing is within a frame's height of what is seen; what is far loses its drawing. */
function useNear(of: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>) {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const [thing, root] = [of.current, scroller.current];
    if (!thing || !root) return;
    const watch = new IntersectionObserver(
      (seen) => {
        const near = seen.at(-1)!.isIntersecting;
        if (!near) lay(thing);
        setNear(near);
      },
      { root, rootMargin: '100% 0px' },
    );
    watch.observe(thing);
    return () => watch.disconnect();
  }, [of, scroller]);
  return isNear;
}
