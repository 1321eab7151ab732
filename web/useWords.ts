import { createContext, useCallback, useContext } from 'react';

export type Language = 'zh-CN' | 'en';

/** A module's words, Chinese and English side by side. */
export interface Words<Key extends string = string> {
  'zh-CN': Readonly<Record<Key, string>>;
  en: Readonly<Record<Key, string>>;
}

/** One text in both languages, for what is named outside a component: a menu entry, a command. */
export type Label = Readonly<Record<Language, string>>;

export const WordsContext = createContext<Language>('zh-CN');

export const useLanguage = (): Language => useContext(WordsContext);

/** Puts facts into a sentence: `fill('还有 {count} 条', { count: 3 })`. */
export const fill = (sentence: string, facts: Readonly<Record<string, string | number>> = {}) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));

/** Each module brings its own words; a key missing in one language does not compile. */
export function useWords<Key extends string>(words: Words<Key>) {
  const own = words[useLanguage()];
  return useCallback(
    (key: NoInfer<Key>, facts?: Readonly<Record<string, string | number>>): string =>
      fill(own[key], facts),
    [own],
  );
}

/** A word of a module as a label: `labelOf(customerWords, 'customers')`. */
export const labelOf = <Key extends string>(words: Words<Key>, key: NoInfer<Key>): Label => ({
  'zh-CN': words['zh-CN'][key],
  en: words.en[key],
});
