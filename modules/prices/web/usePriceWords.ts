import { useLanguage, useWords } from '#web/useWords.ts';
import { priceValueWords, type ValueWord } from '../locales/values.ts';
import { priceWords } from '../locales/words.ts';
import { packageWords } from '../locales/words-packages.ts';

/** The words of these screens, and of values that are one of a few. */
export function usePriceWords() {
  const say = useWords(priceWords);
  const language = useLanguage();
  const value = (word: ValueWord) => priceValueWords[language][word];
  return { say, value, language };
}

const withPackages = {
  'zh-CN': { ...priceWords['zh-CN'], ...packageWords['zh-CN'] },
  en: { ...priceWords.en, ...packageWords.en },
};
/** The same with those of the packages. */
export const usePackageWords = () => ({ say: useWords(withPackages) });
