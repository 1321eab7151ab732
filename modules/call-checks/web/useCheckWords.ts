import { useWords } from '#web/useWords.ts';
import { checkWords } from '../locales/words.ts';

export const useSay = () => useWords(checkWords);
/** What shows a check or a promise is read anew after every step. */
export const touches = { touches: ['call-checks', 'commitments'] };
