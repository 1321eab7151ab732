import { useRef } from 'react';
import { useWords } from '#web/useWords.ts';
import { linkWords } from '../locales/words.ts';
import frameStyles from './holder/holder.css?inline';
import './links.css';

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

interface Props {
  /** The page's own styles, as text. */
  styles: readonly string[];
  /** Draws the page and shows its parts; once for each `key` of the frame. */
  draw: (show: (parts: readonly (Node | string)[]) => void) => void;
  /** Nothing in it can be pressed: for pages that would send at once. */
  isInert?: boolean;
}

/** What the holder of a link sees: the very program and the very data of his page, in a frame as wide as a telephone. */
export function PhoneFrame({ styles, draw, isInert = false }: Props) {
  const say = useWords(linkWords);
  const drawn = useRef<ShadowRoot>(undefined);
  const show = (place: HTMLDivElement | null) => {
    if (!place || drawn.current) return;
    // Apart from the desk's own styles, and the desk from the page's.
    const root = place.attachShadow({ mode: 'open' });
    drawn.current = root;
    root.adoptedStyleSheets = [frameStyles, ...styles].map(sheetOf);
    const page = document.createElement('div');
    page.className = 'link-holder';
    page.inert = isInert;
    root.append(page);
    draw((parts) => page.replaceChildren(...parts));
  };
  return (
    <figure className="link-phone-figure">
      <figcaption>
        <strong>{say('preview')}</strong> <span className="soft">{say('previewLead')}</span>
      </figcaption>
      <div ref={show} className="link-phone" />
    </figure>
  );
}
