import { draw, type Holding } from '#modules/links/web/holder/index.ts';
import type { HeldVisit } from '../../contract.ts';
import { drawer } from './draw.ts';
import { type Language, nothingSent, sayIn, shownTime } from './tools.ts';

const keptAs = 'jingming.visit';
/** As long as who came by a link may look without coming again. */
const mostMs = 12 * 3_600_000;

interface Kept {
  visit: HeldVisit;
  readAt: string;
  language: Language;
}

/** The last state, on the customer's own telephone. Storage may be switched off: then nothing is kept. */
export function keepVisit(kept: Kept): void {
  try {
    localStorage.setItem(keptAs, JSON.stringify(kept));
  } catch {
    // As said.
  }
}

export function forgetVisit(): void {
  try {
    localStorage.removeItem(keptAs);
  } catch {
    // As above.
  }
}

function keptVisit(): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs) ?? 'null') as Kept | null;
    if (kept && Date.now() - Date.parse(kept.readAt) < mostMs) return kept;
  } catch {
    // What cannot be read is not kept.
  }
  forgetVisit();
  return undefined;
}

/** Photos and papers are fetched anew each time: what was taken back is not kept. */
const withoutFiles = (visit: HeldVisit): HeldVisit => ({
  ...visit,
  lines: visit.lines.map((line) => ({ ...line, pictures: [] })),
  ...{ photos: [], papers: [] },
});

/** Without a line: how it stood when it was last read, and nothing can be sent. Says whether there was something. */
export function showKept(holding: Pick<Holding, 'show'>): boolean {
  const kept = keptVisit();
  if (!kept) return false;
  const { visit, readAt, language } = kept;
  const say = sayIn(language);
  const banner = draw(
    'p',
    { className: 'portal-banner' },
    say('offline', { at: shownTime(readAt) }),
  );
  banner.setAttribute('role', 'status');
  document.documentElement.lang = language;
  const parts = drawer()({
    ...{ visit: withoutFiles(visit), language, say, isPreview: true },
    photoSource: () => '',
    paperSource: () => '#',
    ...nothingSent,
    speak: () => undefined,
  });
  holding.show(banner, ...parts);
  tryAgain();
  return true;
}

const againMs = 5000;

/** A telephone seldom says that its network is back: the page is asked for until it answers. */
function tryAgain(): void {
  setTimeout(() => {
    fetch(location.pathname, { method: 'HEAD' }).then(() => location.reload(), tryAgain);
  }, againMs);
}

/** Makes the page itself readable without a network, where the browser can. */
export function keepPage(): void {
  void navigator.serviceWorker?.register('/link-worker.js', { scope: '/k' }).catch(() => undefined);
}
