import { draw, type Holding, tryAgain } from '#modules/links/web/holder/index.ts';
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
export function showKept(holding: Pick<Holding, 'show'>, orderId?: string): boolean {
  const kept = keptVisit();
  if (!kept || (orderId !== undefined && kept.visit.id !== orderId)) return false;
  const { visit, readAt } = kept;
  const show = (language: Language): void => {
    const say = sayIn(language);
    const facts = { className: 'portal-banner' };
    const banner = draw('p', facts, say('offline', { at: shownTime(readAt) }));
    banner.setAttribute('role', 'status');
    document.documentElement.lang = language;
    const parts = drawer()({
      ...{ visit: withoutFiles(visit), language, say, isPreview: true },
      photoSource: () => '',
      paperSource: () => '#',
      ...nothingSent,
      speak: show,
    });
    holding.show(banner, ...parts);
  };
  show(kept.language);
  tryAgain();
  return true;
}
