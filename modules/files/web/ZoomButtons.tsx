import { type RefObject, useEffect, useState } from 'react';
import { Icon } from '#web/Icon.tsx';
import { useWords } from '#web/useWords.ts';
import { fileViewWords } from '../locales/words-view.ts';
import type { Zooming } from './useZoom.ts';

/** Larger, smaller, as wide as the frame; which page of how many. At the foot, where the thumb of a phone is. */
export function ZoomButtons(props: {
  zooming: Zooming;
  pages: number;
  scroller: RefObject<HTMLElement | null>;
}) {
  const { zooming, pages, scroller } = props;
  const say = useWords(fileViewWords);
  return (
    <footer className="files-buttons">
      {pages > 0 && <PageNumber pages={pages} scroller={scroller} />}
      <span className="files-zoom">
        <button
          type="button"
          className="plain-button"
          disabled={zooming.isSmallest}
          aria-label={say('smaller')}
          title={say('smaller')}
          onClick={zooming.smaller}
        >
          −
        </button>
        <output className="figures" aria-label={say('zoom')}>
          {Math.round(zooming.zoom * 100)}%
        </output>
        <button
          type="button"
          className="plain-button"
          disabled={zooming.isLargest}
          aria-label={say('larger')}
          title={say('larger')}
          onClick={zooming.larger}
        >
          <Icon name="plus" />
        </button>
        <button
          type="button"
          className="plain-button"
          disabled={zooming.zoom === 1}
          aria-label={say('fit')}
          title={say('fit')}
          onClick={zooming.fit}
        >
          <Icon name="widen" />
        </button>
      </span>
    </footer>
  );
}

/** The page in the middle of the frame; a number typed here goes to it. */
function PageNumber({
  pages,
  scroller,
}: {
  pages: number;
  scroller: RefObject<HTMLElement | null>;
}) {
  const say = useWords(fileViewWords);
  const [page, setPage] = useState(1);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    const frame = scroller.current;
    if (!frame) return;
    const look = () => setPage(pageInTheMiddle(frame));
    frame.addEventListener('scroll', look, { passive: true });
    return () => frame.removeEventListener('scroll', look);
  }, [scroller]);
  const go = () => {
    const wanted = Math.min(Math.max(Number(typed), 1), pages);
    if (typed !== null && Number.isInteger(wanted))
      scroller.current?.querySelectorAll('.files-page')[wanted - 1]?.scrollIntoView();
    setTyped(null);
  };
  return (
    <span className="figures">
      <input
        className="files-number"
        inputMode="numeric"
        maxLength={5}
        aria-label={say('page')}
        value={typed ?? page}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={go}
        onKeyDown={({ key }) => key === 'Enter' && go()}
      />{' '}
      {say('ofPages', { pages })}
    </span>
  );
}

function pageInTheMiddle(frame: HTMLElement): number {
  const { top, height } = frame.getBoundingClientRect();
  const middle = top + height / 2;
  const pages = [...frame.querySelectorAll('.files-page')];
  const below = pages.findIndex((page) => page.getBoundingClientRect().bottom >= middle);
  return below < 0 ? pages.length : below + 1;
}
