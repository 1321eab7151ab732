import { type HolderWord, holderWords } from '../../locales/holder.ts';
import { navsAround } from './around.ts';
import { ask, Refused } from './ask.ts';
import { draw, type Part } from './draw.ts';
import { dress, language, speaker } from './frame.ts';
import { hold, isEnd, letGo, shownLast, type Visit } from './held.ts';

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
  let here: Visit | undefined;
  let isOver = false;
  const around = navsAround(place);
  const show = (...parts: Part[]) => {
    place.replaceChildren(...parts);
    around.speak();
  };
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
  around.begin(here);
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
