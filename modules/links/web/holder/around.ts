import { type HolderWord, holderWords } from '../../locales/holder.ts';
import { draw } from './draw.ts';
import { hold, othersThan, type Visit } from './held.ts';

type Saying = (word: HolderWord) => string;

/** What stands around a page, in its language, which may follow the shop's file and change while it lies open. */
export function navsAround(place: Element) {
  let spoken: string | undefined;
  let here: Visit | undefined;
  let navs: (HTMLElement | undefined)[] = [];
  const speak = (): void => {
    const { lang } = document.documentElement;
    if (spoken === undefined || spoken === lang) return;
    spoken = lang;
    for (const nav of navs) nav?.remove();
    const say: Saying = (word) => holderWords[lang === 'en' ? 'en' : 'zh-CN'][word];
    const [above, beneath] = [othersAbove(here, say), waysBeneath(here, say)];
    if (above) place.before(above);
    if (beneath) place.after(beneath);
    navs = [above, beneath];
  };
  return {
    /** Draws anew what is said otherwise now. */
    speak,
    /** From here on something stands there: once the page itself is seen. */
    begin(visit: Visit | undefined): void {
      [here, spoken] = [visit, ''];
      speak();
    },
  };
}

/** The others that were opened here, one tap away. */
function othersAbove(here: Visit | undefined, say: Saying): HTMLElement | undefined {
  const others = othersThan(here);
  if (others.length === 0) return undefined;
  const ways = others.map((other) => {
    const facts = { type: 'button', className: 'link-other' } as const;
    const way = draw('button', facts, other.title ?? say('page'));
    way.addEventListener('click', () => {
      hold(other);
      location.reload();
    });
    return way;
  });
  const nav = draw('nav', { className: 'link-others' }, draw('span', {}, say('others')), ...ways);
  nav.setAttribute('aria-label', say('others'));
  return nav;
}

/** What is open to everybody at the shop. */
function waysBeneath(here: Visit | undefined, say: Saying): HTMLElement | undefined {
  const offered = (['bookAt', 'shopAt', 'genuineAt'] as const).flatMap((word) => {
    const href = here?.ways?.[word];
    return href ? [draw('a', { className: 'link-way', href }, say(word))] : [];
  });
  if (offered.length === 0) return undefined;
  const nav = draw('nav', { className: 'link-ways' }, ...offered);
  nav.setAttribute('aria-label', say('ways'));
  return nav;
}
