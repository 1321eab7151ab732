import { useCallback } from 'react';
import { now } from '#web/clock.ts';
import { fill, useLanguage } from '#web/useWords.ts';
import type { PublicShop } from '../contract.ts';
import { shopHolderWords } from '../locales/holder.ts';
import { type Drawing, drawShop } from './holder/draw-shop.ts';

const draw: Drawing['draw'] = (tag, properties, ...parts) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...parts);
  return element;
};

/** The public page as it is drawn for everybody, with what is not saved yet. Nothing in it can be pressed. */
export function Preview({ shop }: { shop: PublicShop }) {
  const language = useLanguage();
  const show = useCallback(
    (place: HTMLDivElement | null) => {
      if (!place) return;
      const say: Drawing['say'] = (word, facts) => fill(shopHolderWords[language][word], facts);
      place.replaceChildren(...drawShop({ draw, say }, shop, now()));
    },
    [shop, language],
  );
  return <div ref={show} className="shop-page-preview" inert />;
}
