import { type HolderWord, holderWords } from '../../locales/holder.ts';
import { ask, Refused } from './ask.ts';
import { draw, type Part } from './draw.ts';
import { dress, language, speaker } from './frame.ts';

export type Language = keyof typeof holderWords;

/** What a purpose's page is given: where to draw, and in which language. */
export interface Holding {
  aboutId: string;
  language: Language;
  show(...parts: Part[]): void;
  /** The link is over, or nothing can be reached: says so, and what to do. */
  fail(error: unknown): void;
}
type Pages = Readonly<Record<string, (holding: Holding) => Promise<void>>>;

interface Visit {
  purpose: string;
  aboutId: string;
}

const keptAs = 'jingming.link';

/**
 * Exchanges the token behind the `#` once, and takes it out of the address; a reload lives on the cookie.
 * @param showKept shows what was seen here before, where nothing can be reached
 */
export async function open(
  pages: Pages,
  showKept: (holding: Pick<Holding, 'show'>) => boolean = () => false,
): Promise<void> {
  const say = speaker<HolderWord>(holderWords);
  const place = document.querySelector('#holder')!;
  dress();
  const show = (...parts: Part[]) => place.replaceChildren(...parts);
  const fail = (error: unknown) => {
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
    const visit = await came();
    await pages[visit.purpose]?.({ aboutId: visit.aboutId, language, show, fail });
  } catch (error) {
    if (error instanceof Refused || !showKept({ show })) fail(error);
  }
}

async function came(): Promise<Visit> {
  const token = location.hash.slice(1);
  const kept = sessionStorage.getItem(keptAs) ?? remembered();
  if (token === '' && kept !== null) return JSON.parse(kept) as Visit;
  const visit = await ask<Visit>('POST', '/link-visits', { token });
  const known = JSON.stringify({ purpose: visit.purpose, aboutId: visit.aboutId });
  sessionStorage.setItem(keptAs, known);
  remember(known);
  history.replaceState(null, '', location.pathname);
  return visit;
}

/** Opened from the telephone's own screen there is no link: what was opened last, as long as its cookie holds. */
function remembered(): string | null {
  try {
    return localStorage.getItem(keptAs);
  } catch {
    return null;
  }
}

function remember(visit: string): void {
  try {
    localStorage.setItem(keptAs, visit);
  } catch {
    // Storage is switched off: the link has to be opened anew.
  }
}
