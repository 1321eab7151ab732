import { useLanguage, useWords } from '#web/useWords.ts';
import { followUpWords } from '../locales/words.ts';

export const useSay = () => useWords(followUpWords);

/** A word for a code that the server names; the code itself where there is none. */
export function useCodeWords(): (code: string) => string {
  const own: Readonly<Record<string, string>> = followUpWords[useLanguage()];
  return (code) => own[code] ?? code;
}
