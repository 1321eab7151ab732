import { useCallback } from 'react';
import { fill, useLanguage } from '#web/useWords.ts';
import type { ReportGrain } from '../lifecycle.ts';
import { type ReportWord, reportWords } from '../locales/words.ts';

type Facts = Readonly<Record<string, string | number>>;
/** `say('kind_price')`; a key without words stays as it is. */
export type Say = (key: ReportWord | `${string}_${string}`, facts?: Facts) => string;

/** The words of this module; those of a value by its prefix: `kind_price`. */
export function useSay(): Say {
  const own: Readonly<Record<string, string>> = reportWords[useLanguage()];
  return useCallback((key, facts) => fill(own[key] ?? key, facts), [own]);
}

/** `2026-11`, a quarter by its months, a week by its days. */
export function periodName(of: { grain: ReportGrain; fromOn: string; untilOn: string }): string {
  const { grain, fromOn, untilOn } = of;
  if (grain === 'month') return fromOn.slice(0, 7);
  if (grain === 'quarter') return `${fromOn.slice(0, 7)} – ${untilOn.slice(5, 7)}`;
  return `${fromOn} – ${untilOn.slice(5)}`;
}
