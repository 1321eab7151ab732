import { useCallback } from 'react';
import { fill, useLanguage } from '#web/useWords.ts';
import { type HoldWord, holdWords } from '../locales/words.ts';

type Facts = Readonly<Record<string, string | number>>;
/** `say('state_placed')`; a key without words stays as it is. */
export type Say = (key: HoldWord | `${string}_${string}`, facts?: Facts) => string;

/** The words of this module; those of a value by its prefix. */
export function useSay(): Say {
  const own: Readonly<Record<string, string>> = holdWords[useLanguage()];
  return useCallback((key, facts) => fill(own[key] ?? key, facts), [own]);
}
/** What shows a hold, or what waited for it, is read anew after every step. */
export const touches = {
  touches: ['document-holds', 'customers', 'complaints', 'rights-requests'],
};
