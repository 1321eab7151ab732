import type { Part, Sent } from '#modules/links/web/holder/index.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { formatFen } from '#shared/money.ts';
import type { HeldVisit } from '../../contract.ts';
import { type PageWord, pageWords } from '../../locales/page.ts';
import type { InvoiceTyped } from './invoice.ts';

export type Language = keyof typeof pageWords;
type Facts = Readonly<Record<string, string | number>>;
export type Say = (word: PageWord, facts?: Facts) => string;

/** What the page's parts need; a preview has the same, and nothing can be sent from it. */
export interface Page {
  visit: HeldVisit;
  say: Say;
  language: Language;
  isPreview: boolean;
  photoSource(fileId: string): string;
  paperSource(paper: HeldVisit['papers'][number], as?: 'picture'): string;
  ask(question: string, lineId: string | undefined): Promise<void>;
  decide(given: Given): Promise<void>;
  askInvoice(typed: InvoiceTyped): Promise<void>;
  prove(code: string): Promise<void>;
  sendCode(): Promise<Sent>;
  confirm(code: string): Promise<void>;
  speak(language: Language): void;
}

const nothing = async () => undefined;
/** A preview, or a page without a line: nothing leaves it. */
export const nothingSent: Pick<
  Page,
  'ask' | 'decide' | 'askInvoice' | 'prove' | 'sendCode' | 'confirm'
> = {
  ...{ ask: nothing, decide: nothing, askInvoice: nothing, prove: nothing, confirm: nothing },
  sendCode: () => Promise.reject(new Error('nothing leaves a page that is only shown')),
};

/** What who signs has chosen, written and drawn. */
export interface Given {
  hash: string;
  sumFen: number;
  answers: { lineId: string; answer: 'approved' | 'refused'; refusalReason?: string }[];
  signedBy: string;
  signature: string;
}

export const sayIn =
  (language: Language): Say =>
  (word, facts = {}) =>
    pageWords[language][word].replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''));

const zone = 'Asia/Shanghai';
export const shownDay = (instant: string) => dateIn(zone, new Date(instant));
export const shownTime = (instant: string) => {
  const at = new Date(instant);
  return `${dateIn(zone, at).slice(5)} ${timeIn(zone, at).slice(0, 5)}`;
};

export const yuan = (fen: number) => `¥${formatFen(fen)}`;

/** A word whose name is put together; nothing where there is none. */
export const sayOf = (say: Say, group: string, name: string): string => {
  const word = `${group}_${name}`;
  return word in pageWords['zh-CN'] ? say(word as PageWord) : '';
};

export type Section = (page: Page) => Part | undefined;
