import {
  ask,
  askAnew,
  chooseLanguage,
  chosenLanguage,
  draw,
  type Holding,
  isEnd,
  keepPage,
  type Part,
  Refused,
} from '#modules/links/web/holder/index.ts';
import type { HeldVisit } from '../../contract.ts';
import { drawer } from './draw.ts';
import { forgetVisit, keepVisit } from './kept.ts';
import { type Given, type Language, type Page, sayIn, shownTime } from './tools.ts';
import '#web/plate-tag.css';
import './portal.css';

const paperFiles = {
  ...{ order: 'sheet', request: 'request', settlement: 'settlement-list' },
  ...{ intakeInspection: 'intake-inspection', finalInspection: 'final-inspection' },
  delivery: 'delivery-sheet',
} as const;
const everyMs = 4000;
const mostMs = 60_000;

/** One key for one submission, also where it is sent again because no answer came. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * The order of a link: it keeps itself up to date, and shows the last state without a line.
 * @param makeFoot what else the house offers at its end, fetched once the customer has proved to be it
 */
export async function showVisit(
  holding: Holding,
  makeFoot: (language: Language) => Promise<Part>,
): Promise<void> {
  const path = `/held-orders/${holding.aboutId}`;
  const chosen = chosenLanguage();
  const live = { etag: undefined as string | undefined, waitMs: everyMs, isOver: false };
  let language: Language = chosen ?? holding.language;
  let visit: HeldVisit | undefined;
  let readAt = '';
  let parts = drawer();
  let foot: Part | undefined;
  const banner = draw('p', { className: 'portal-banner', hidden: true });
  banner.setAttribute('role', 'status');
  const headers = () => ({ 'accept-language': language });

  const show = () => {
    if (!visit) return;
    document.title = `${sayIn(language)('title')} ${visit.number} · ${visit.shopName}`;
    document.documentElement.lang = language;
    holding.show(banner, ...parts(pageOf(visit)), ...(foot ? [foot] : []));
  };
  const bringFoot = async () => {
    if (!visit?.isProved || foot) return;
    // Without it the page is all the same what it was.
    foot = await makeFoot(language).catch(() => undefined);
    show();
  };
  const take = (fresh: HeldVisit) => {
    // Who never said otherwise is spoken to as the shop has it on file.
    if (!visit && !chosen) language = fresh.language;
    const [before, asked] = [visit?.asks?.hash, fresh.asks?.hash];
    const isVoid = before !== undefined && asked !== undefined && before !== asked;
    visit = fresh;
    readAt = new Date().toISOString();
    keepVisit({ visit, readAt, language });
    show();
    void bringFoot();
    if (isVoid) tell('changed', sayIn(language)('quoteChanged'));
    else if (asked === undefined && before !== undefined) tell('changed', '');
  };
  const tell = (kind: 'offline' | 'changed', words: string) => {
    banner.dataset.kind = kind;
    banner.textContent = words;
    banner.hidden = words === '';
  };
  /** Over, or too long ago: a plain page that says what to do, and nothing of the visit any more. */
  const end = (error: Refused) => {
    live.isOver = true;
    forgetVisit();
    const say = sayIn(language);
    const isOld = error.code !== 'link_over';
    const { code } = error;
    const told = { code, title: say('over'), detail: say('overDetail') };
    holding.fail(isOld ? new Refused(told) : error);
  };
  const read = async () => {
    try {
      const fresh = await askAnew<HeldVisit>(`${path}/visit`, live.etag, headers());
      live.waitMs = everyMs;
      if (fresh) {
        live.etag = fresh.etag;
        take(fresh.reply);
      }
      if (banner.dataset.kind === 'offline') tell('offline', '');
    } catch (error) {
      if (isEnd(error)) return end(error);
      if (!visit) throw error;
      live.waitMs = Math.min(live.waitMs * 2, mostMs);
      tell('offline', sayIn(language)('offline', { at: shownTime(readAt) }));
    }
  };

  /** What was shown does not hold any more: says so and shows what does. */
  const decide = async (given: Given) => {
    const key = newKey();
    const send = () =>
      ask<HeldVisit>('POST', `${path}/decision`, given, { ...headers(), 'idempotency-key': key });
    try {
      // A line that broke after the submission: the same once more, which counts once.
      take(
        await send().catch((error) => (error instanceof Refused ? Promise.reject(error) : send())),
      );
      tell('changed', '');
      // What he signed has left the page: at its top stands what happens now.
      scrollTo(0, 0);
    } catch (error) {
      if (isEnd(error)) return end(error);
      if (!(error instanceof Refused) || !['quote_changed', 'nothing_asked'].includes(error.code))
        throw error;
      live.etag = undefined;
      await read();
      tell('changed', `${error.title}。${error.detail}`);
      banner.scrollIntoView({ block: 'center' });
    }
  };

  const pageOf = (now: HeldVisit): Page => ({
    visit: now,
    language,
    say: sayIn(language),
    isPreview: false,
    photoSource: (fileId) => `/api/v1${path}/photos/${fileId}`,
    paperSource: (paper, as) => `/api/v1${path}/${paperFiles[paper]}.pdf${as ? `?as=${as}` : ''}`,
    ask: async (question, lineId) => {
      const body = { question, ...(lineId && { lineId }) };
      take(await ask<HeldVisit>('POST', `${path}/questions`, body, headers()));
    },
    decide,
    askInvoice: async (typed) =>
      take(await ask<HeldVisit>('POST', `${path}/invoice`, typed, headers())),
    prove: async (code) => {
      await ask('POST', `${path}/prove`, { code }, headers()).catch((error) => {
        if (!isEnd(error)) throw error;
        end(error);
      });
      if (!live.isOver) await read();
    },
    sendCode: () => ask('POST', `${path}/code`, undefined, headers()),
    confirm: (code) => ask('POST', `${path}/confirm`, { code }, headers()),
    speak: (next) => {
      language = next;
      chooseLanguage(next);
      parts = drawer();
      foot = undefined;
      show();
      void bringFoot();
    },
  });

  await read();
  keepReading(read, live);
  keepPage('/k');
}

/** Again every few seconds while the page is looked at; at once when it is looked at again. */
function keepReading(
  read: () => Promise<void>,
  live: { readonly waitMs: number; readonly isOver: boolean },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = async () => {
    clearTimeout(timer);
    if (live.isOver) return;
    if (document.visibilityState === 'visible') await read();
    timer = setTimeout(next, live.waitMs);
  };
  timer = setTimeout(next, live.waitMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void next();
  });
  addEventListener('online', () => void next());
}
