import { useWords } from '#web/useWords.ts';
import { letterWords } from '../locales/words.ts';

export const useSay = () => useWords(letterWords);
/** What shows a letter or a customer's thread is read anew after every step. */
export const touches = { touches: ['letters', 'customers', 'archives'] };
