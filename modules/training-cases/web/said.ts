import { useCallback } from 'react';
import { fill, useLanguage } from '#web/useWords.ts';
import { type TrainingCaseWord, trainingCaseWords } from '../locales/words.ts';

type Facts = Readonly<Record<string, string | number>>;
/** `say('kind_price')`; a key without words stays as it is. */
export type Say = (key: TrainingCaseWord | `${string}_${string}`, facts?: Facts) => string;

/** The words of this module; those of a value by its prefix: `kind_price`. */
export function useSay(): Say {
  const own: Readonly<Record<string, string>> = trainingCaseWords[useLanguage()];
  return useCallback((key, facts) => fill(own[key] ?? key, facts), [own]);
}
