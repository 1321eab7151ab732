import {
  ask,
  draw,
  dress,
  faultOf,
  language,
  Refused,
  speaker,
} from '#modules/links/web/holder/index.ts';
import type { PublicShop } from '../../contract.ts';
import { type HolderWord, shopHolderWords } from '../../locales/holder.ts';
import { drawShop } from './draw-shop.ts';

const say = speaker<HolderWord>(shopHolderWords);
const place = () => document.querySelector('#shop')!;

/** `?h=` is the house, `?s=` the name of the shop in the address. */
export function openShopPage(): void {
  dress();
  document.title = say('title');
  void begin();
}

function which(): Record<string, string> {
  const address = new URLSearchParams(location.search);
  const [house, slug] = [address.get('h'), address.get('s')];
  return { ...(house && { house }), slug: slug || '-' };
}

async function begin(): Promise<void> {
  try {
    const shop = await ask<PublicShop>('GET', `/open-shop?${new URLSearchParams(which())}`);
    document.title = shop.name;
    show(shop);
    if (location.hash === '#book' && shop.takesBookings) void book(shop);
  } catch (error) {
    const isNone = error instanceof Refused && error.code === 'not_found';
    place().replaceChildren(
      draw('h1', {}, say(isNone ? 'noShop' : 'title')),
      draw(
        'p',
        { className: 'link-card' },
        isNone ? say('noShopDetail') : faultOf(error, say('away')),
      ),
    );
  }
}

function show(shop: PublicShop): void {
  const button = draw('button', { className: 'link-button', type: 'button' }, say('book'));
  button.addEventListener('click', () => void book(shop));
  const ways = shop.takesBookings ? button : undefined;
  place().replaceChildren(...drawShop({ draw, say }, shop, new Date(), ways));
  document.documentElement.lang = language;
}

/** Fetched when somebody wants to come: most only look for the address. */
async function book(shop: PublicShop): Promise<void> {
  const { showBooking } = await import('./book.ts');
  const back = () => {
    show(shop);
    scrollTo(0, 0);
  };
  const parts = (...all: HTMLElement[]) => {
    place().replaceChildren(...all);
    scrollTo(0, 0);
  };
  showBooking({ say, shop, which: which(), show: parts, back });
}
