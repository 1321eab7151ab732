import { useLanguage, useWords } from '#web/useWords.ts';
import { priceValueWords, type ValueWord } from '../locales/values.ts';
import { priceWords } from '../locales/words.ts';

/** The words of these screens, and of values that are one of a few. */
export function usePriceWords() {
  const say = useWords(priceWords);
  const language = useLanguage();
  const value = (word: ValueWord) => priceValueWords[language][word];
  return { say, value, language };
}
