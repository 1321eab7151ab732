import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { holderStyles } from '#modules/links/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import plateStyles from '#web/plate-tag.css?inline';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type CustomerPage, portalRoutes as routes } from '../contract.ts';
import { portalWords } from '../locales/words.ts';
import { drawer } from './holder/draw.ts';
import pageStyles from './holder/portal.css?inline';
import { nothingSent, sayIn } from './holder/tools.ts';
import './portal-desk.css';

/** What the customer sees: the very program and the very data of his page, in a frame as wide as a telephone. */
export default function PhonePreview({ orderId }: { orderId: string }) {
  const say = useWords(portalWords);
  const { data, error, isPending } = useQuery(reading(routes.page, { params: { orderId } }));
  if (isPending) return <Waiting />;
  if (!data) return <ProblemNote problem={error} />;
  return (
    <figure className="portal-preview">
      <figcaption>
        <strong>{say('preview')}</strong> <span className="soft">{say('previewLead')}</span>
      </figcaption>
      <Phone key={JSON.stringify(data.preview)} visit={data.preview} />
    </figure>
  );
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function Phone({ visit }: { visit: CustomerPage['preview'] }) {
  const drawn = useRef<ShadowRoot>(undefined);
  const show = (place: HTMLDivElement | null) => {
    if (!place || drawn.current) return;
    // Apart from the desk's own styles, and the desk from the page's.
    const root = place.attachShadow({ mode: 'open' });
    drawn.current = root;
    void holderStyles().then((frameStyles) => {
      root.adoptedStyleSheets = [frameStyles, pageStyles, plateStyles].map(sheetOf);
    });
    const page = document.createElement('div');
    page.className = 'link-holder';
    root.append(page);
    const draw = (language: typeof visit.language) => {
      const parts = drawer()({
        ...{ visit, language, isPreview: true, say: sayIn(language) },
        photoSource: (fileId) => pathOf(fileRoutes.read, { fileId }),
        paperSource: () => '#',
        ...nothingSent,
        speak: draw,
      });
      page.replaceChildren(...parts);
    };
    draw(visit.language);
  };
  return <div ref={show} className="portal-phone" />;
}
