import '#web/tokens.css';
import './holder.css';
import { Refused } from './ask.ts';

type Language = 'zh-CN' | 'en';
type Facts = Readonly<Record<string, string | number>>;

/** A page for people without a login speaks as their browser does. */
export const language: Language = /^en/i.test(navigator.language) ? 'en' : 'zh-CN';

/** Light or dark as the device is, and the language said to whoever reads it out. */
export function dress(): void {
  document.documentElement.lang = language;
  if (matchMedia('(prefers-color-scheme: dark)').matches) {
    document.documentElement.dataset.theme = 'dark';
  }
}

/** Says a word of a page, its `{holes}` filled in. */
export const speaker =
  <Word extends string>(words: Readonly<Record<Language, Readonly<Record<Word, string>>>>) =>
  (word: Word, facts: Facts = {}): string =>
    words[language][word].replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''));

/** What the server said of a failed request; without an answer, what the page says of being offline. */
export const faultOf = (error: unknown, away: string): string =>
  error instanceof Refused && error.title !== '' ? `${error.title}。${error.detail}` : away;
