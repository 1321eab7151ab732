import { useCallback } from 'react';
import { fill, useLanguage } from '#web/useWords.ts';
import { type LevelWord, levelWords } from '../locales/words.ts';

type Facts = Readonly<Record<string, string | number>>;
/** `say('kind_price')`; a key without words stays as it is. */
export type Say = (key: LevelWord | `${string}_${string}`, facts?: Facts) => string;

/** The words of this module; those of a value by its prefix: `kind_price`. */
export function useSay(): Say {
  const own: Readonly<Record<string, string>> = levelWords[useLanguage()];
  return useCallback((key, facts) => fill(own[key] ?? key, facts), [own]);
}

const named = (words: typeof levelWords.en) => ({
  ...words,
  // As a reason it says why a step is not possible; as a state of the complaint it is a word by itself.
  complaint_closed: words.complaint_closed_reason,
});
/** What the buttons of the steps say, and why one is not possible. */
export const stepWords = { 'zh-CN': named(levelWords['zh-CN']), en: named(levelWords.en) };
