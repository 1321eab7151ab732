import { useCallback } from 'react';
import { fill, useLanguage } from '#web/useWords.ts';
import { type ReviewWord, reviewWords } from '../locales/words.ts';

type Facts = Readonly<Record<string, string | number>>;
/** `say('kind_price')`; a key without words stays as it is. */
export type Say = (key: ReviewWord | `${string}_${string}`, facts?: Facts) => string;

/** The words of this module; those of a value by its prefix: `kind_price`. */
export function useSay(): Say {
  const own: Readonly<Record<string, string>> = reviewWords[useLanguage()];
  return useCallback((key, facts) => fill(own[key] ?? key, facts), [own]);
}

export const percent = (share: number | null) =>
  share === null ? '–' : `${Math.round(share * 1000) / 10}%`;

/** What a bar or a hot spot is called. */
export function nameOf(say: Say, by: string, key: string, label: string): string {
  if (key === '') return say('notOnRecord');
  if (by === 'kind' || by === 'cause') return say(`${by}_${key}`);
  return label || say('formerColleague');
}

/** The query of a link as the router takes it. */
export const searchOf = (query: string) => Object.fromEntries(new URLSearchParams(query)) as never;
