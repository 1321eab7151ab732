import { problemWords } from './problem-words.ts';

export type Language = 'zh-CN' | 'en';
export interface Sentence {
  title: string;
  detail: string;
}
export type ProblemWords = Readonly<Record<string, string | Sentence>>;

const sentences: Record<Language, Record<string, string | Sentence>> = {
  'zh-CN': { ...problemWords['zh-CN'] },
  en: { ...problemWords.en },
};

/** A module's own refusals, in both languages. `{name}` in a sentence is filled with that fact. */
export function addProblemWords(words: Readonly<Record<Language, ProblemWords>>): void {
  Object.assign(sentences['zh-CN'], words['zh-CN']);
  Object.assign(sentences.en, words.en);
}

/** The language of an `Accept-Language`: Chinese, unless English comes first. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = (acceptLanguage ?? '').split(',')[0]!.trim().toLowerCase();
  return first.startsWith('en') ? 'en' : 'zh-CN';
}

/** What a person is told for a code. A code without words is a bug that a test finds. */
export function sentenceOf(
  language: Language,
  code: string,
  facts: Record<string, unknown>,
): Sentence {
  const words = sentences[language][code] ?? sentences[language].internal!;
  const { title, detail } = typeof words === 'string' ? { title: words, detail: words } : words;
  return { title: filled(title, facts), detail: filled(detail, facts) };
}

/** Whether a refusal’s code has words in both languages. */
export const hasWords = (code: string): boolean =>
  code in sentences['zh-CN'] && code in sentences.en;

const filled = (sentence: string, facts: Record<string, unknown>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
