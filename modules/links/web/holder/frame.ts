import '#web/tokens.css';
import './holder.css';
import { Refused } from './ask.ts';
import { draw } from './draw.ts';

type Language = 'zh-CN' | 'en';
type Facts = Readonly<Record<string, string | number>>;

const keptAs = 'jingming.language';

/** What was chosen on this telephone before; storage may be switched off. */
export function chosenLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(keptAs);
    return kept === 'en' || kept === 'zh-CN' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(keptAs, language);
  } catch {
    // As said: it holds until the page is left.
  }
}

/** A page for people without a login speaks as was chosen there, else as their browser does. */
export const language: Language =
  chosenLanguage() ?? (/^en/i.test(navigator.language) ? 'en' : 'zh-CN');

const names = { 'zh-CN': '中文', en: 'English' } as const;

function beginAnewIn(next: Language): void {
  chooseLanguage(next);
  location.reload();
}

/** The other language, named in itself. @param speak what the page does then; without it, the page begins anew in it */
export function languageButton(
  now: Language = language,
  speak: (next: Language) => void = beginAnewIn,
): HTMLButtonElement {
  const other = now === 'en' ? 'zh-CN' : 'en';
  const facts = { className: 'link-language', type: 'button', lang: other } as const;
  const button = draw('button', facts, names[other]);
  button.addEventListener('click', () => speak(other));
  return button;
}

/** Whose page it is, and at its side the other language. */
export const pageHead = (shopName: string, button = languageButton()): HTMLElement =>
  draw(
    'header',
    { className: 'link-head' },
    draw('p', { className: 'link-soft' }, shopName),
    button,
  );

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
