import { type HolderWord, holderWords } from '../../locales/holder.ts';
import { ask, Refused } from './ask.ts';
import { draw, type Part } from './draw.ts';
import { dress, language, speaker } from './frame.ts';
import { hold, isEnd, letGo, othersThan, shownLast, type Visit } from './held.ts';

export type Language = keyof typeof holderWords;

/** What a purpose's page is given: where to draw, and in which language. */
export interface Holding {
  aboutId: string;
  language: Language;
  /** The desk looks at it beforehand: nothing leaves from it and nothing is kept of it. */
  isPreview: boolean;
  ask: typeof ask;
  show(...parts: Part[]): void;
  /** How the page calls itself. */
  name(title: string): void;
  /** The link is over, or nothing can be reached: says so, and what to do. */
  fail(error: unknown): void;
}
type Pages = Readonly<Record<string, (holding: Holding) => Promise<void>>>;

/**
 * Exchanges the token behind the `#` once, and takes it out of the address; a reload lives on the cookie.
 * @param showKept shows what was seen here before, where nothing can be reached
 */
export async function open(
  pages: Pages,
  showKept: (holding: Pick<Holding, 'show'>, aboutId?: string) => boolean = () => false,
): Promise<void> {
  const say = speaker<HolderWord>(holderWords);
  const place = document.querySelector('#holder')!;
  dress();
  const show = (...parts: Part[]) => place.replaceChildren(...parts);
  let here: Visit | undefined;
  let isOver = false;
  const fail = (error: unknown) => {
    isOver ||= isEnd(error);
    if (here && isOver) letGo(here);
    const [title, detail] =
      error instanceof Refused ? [error.title, error.detail] : [say('away'), say('awayDetail')];
    const again = draw('button', { className: 'link-button', textContent: say('again') });
    again.addEventListener('click', () => location.reload());
    show(
      draw('h1', {}, title),
      draw('p', { className: 'link-soft' }, detail),
      ...(error instanceof Refused ? [] : [again]),
    );
  };
  show(draw('p', { className: 'link-soft' }, say('opening')));
  try {
    here = await came();
    const name = (title: string) => {
      document.title = title;
    };
    const { purpose, aboutId } = here;
    await pages[purpose]?.({ aboutId, language, isPreview: false, ask, show, name, fail });
    if (!isOver) hold({ ...here, title: document.title });
  } catch (error) {
    if (error instanceof Refused || !showKept({ show }, here?.aboutId)) fail(error);
  }
  showOthers(here, place, say);
  showWays(here, place, say);
}

async function came(): Promise<Visit> {
  const token = location.hash.slice(1);
  const last = token === '' ? shownLast() : undefined;
  if (last) return last;
  const { purpose, aboutId, expiresAt, ways } = await ask<Visit>('POST', '/link-visits', { token });
  const visit = { purpose, aboutId, expiresAt, ways };
  hold(visit);
  history.replaceState(null, '', location.pathname);
  return visit;
}

/** Beneath the page: what is open to everybody at the shop. */
function showWays(
  here: Visit | undefined,
  place: Element,
  say: (word: HolderWord) => string,
): void {
  const offered = (['bookAt', 'shopAt', 'genuineAt'] as const).flatMap((word) => {
    const href = here?.ways?.[word];
    return href ? [draw('a', { className: 'link-way', href }, say(word))] : [];
  });
  if (offered.length === 0) return;
  const nav = draw('nav', { className: 'link-ways' }, ...offered);
  nav.setAttribute('aria-label', say('ways'));
  place.after(nav);
}

/** Above the page: the others that were opened here, one tap away. */
function showOthers(
  here: Visit | undefined,
  place: Element,
  say: (word: HolderWord) => string,
): void {
  const others = othersThan(here);
  if (others.length === 0) return;
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
  place.before(nav);
}
