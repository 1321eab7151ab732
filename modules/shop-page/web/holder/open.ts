import {
  ask,
  draw,
  dress,
  faultOf,
  keepPage,
  language,
  pageHead,
  Refused,
  speaker,
  tryAgain,
} from '#modules/links/web/holder/index.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import type { PublicShop } from '../../contract.ts';
import { type HolderWord, shopHolderWords } from '../../locales/holder.ts';
import { drawShop } from './draw-shop.ts';
import { keepShop, keptShop } from './kept.ts';

const say = speaker<HolderWord>(shopHolderWords);
const zone = 'Asia/Shanghai';
const place = () => document.querySelector('#shop')!;

/** `?h=` is the house, `?s=` the name of the shop in the address. */
export function openShopPage(): void {
  dress();
  document.title = say('title');
  offerToInstall();
  void begin();
}

/** On the telephone's own screen it opens as this shop's page: the address goes with the manifest. */
function offerToInstall(): void {
  const href = `/shop.webmanifest?${new URLSearchParams(which())}`;
  document.head.append(draw('link', { rel: 'manifest', href }));
}

function which(): Record<string, string> {
  const address = new URLSearchParams(location.search);
  const [house, slug] = [address.get('h'), address.get('s')];
  return { ...(house && { house }), slug: slug || '-' };
}

async function begin(): Promise<void> {
  try {
    const headers = { 'accept-language': language };
    const query = new URLSearchParams(which());
    const shop = await ask<PublicShop>('GET', `/open-shop?${query}`, undefined, headers);
    keepShop(shop);
    document.title = shop.name;
    show(shop);
    keepPage('/s?');
    if (location.hash === '#book' && shop.takesBookings) void book(shop);
  } catch (error) {
    if (error instanceof Refused || !showKept()) fail(error);
  }
}

/** Without a line: what was read here last, and when. A time is asked for only of a shop that answers. */
function showKept(): boolean {
  const kept = keptShop();
  if (!kept) return false;
  const at = new Date(kept.readAt);
  const when = `${dateIn(zone, at).slice(5)} ${timeIn(zone, at)}`;
  const banner = draw('p', { className: 'shop-page-offline' }, say('offline', { at: when }));
  banner.setAttribute('role', 'status');
  document.title = kept.shop.name;
  place().replaceChildren(head(), banner, ...drawShop({ draw, say }, kept.shop, new Date()));
  tryAgain();
  return true;
}

function fail(error: unknown): void {
  const isNone = error instanceof Refused && error.code === 'not_found';
  place().replaceChildren(
    head(),
    draw('h1', {}, say(isNone ? 'noShop' : 'title')),
    draw(
      'p',
      { className: 'link-card' },
      isNone ? say('noShopDetail') : faultOf(error, say('away')),
    ),
  );
}

const head = () => pageHead(say('title'));

function show(shop: PublicShop): void {
  const button = draw('button', { className: 'link-button', type: 'button' }, say('book'));
  button.addEventListener('click', () => void book(shop));
  const ways = shop.takesBookings ? button : undefined;
  place().replaceChildren(head(), ...drawShop({ draw, say }, shop, new Date(), ways));
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
