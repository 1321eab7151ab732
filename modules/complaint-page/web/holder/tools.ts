import { dateIn, timeIn } from '#shared/dates.ts';
import { type PageWord, pageWords } from '../../locales/page.ts';

type Language = keyof typeof pageWords;
export type Say = (word: PageWord, facts?: Readonly<Record<string, string>>) => string;

export const sayIn =
  (language: Language): Say =>
  (word, facts = {}) =>
    pageWords[language][word].replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? '');

const zone = 'Asia/Shanghai';
/** `11-24 10:00`, as the shop's clock shows it. */
export const shownTime = (instant: string) => {
  const at = new Date(instant);
  return `${dateIn(zone, at).slice(5)} ${timeIn(zone, at)}`;
};

/** One key for one submission, also where it is sent again because no answer came. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
