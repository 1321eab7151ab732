import { useCallback } from 'react';
import { fill, useLanguage } from '#web/useWords.ts';
import type { Counted } from '../contract.ts';
import { type BriefWord, briefWords } from '../locales/words.ts';

type Facts = Readonly<Record<string, string | number>>;
/** `say('figure_cared')`; a key without words stays as it is. */
export type Say = (key: BriefWord | `${string}_${string}`, facts?: Facts) => string;

/** The words of this module; those of a value by its prefix: `figure_cared`. */
export function useSay(): Say {
  const own: Readonly<Record<string, string>> = briefWords[useLanguage()];
  return useCallback((key, facts) => fill(own[key] ?? key, facts), [own]);
}

/** A rule by its short name; one without a name by its key. */
export function ruleName(say: Say, rule: string): string {
  const key = `rule_${rule.replace('.', '_')}` as const;
  const name = say(key);
  return name === key ? rule : name;
}

export const percent = ({ share }: Pick<Counted, 'share'>) =>
  share === null ? '–' : `${Math.round(share * 1000) / 10}%`;

/** The query of a link as the router takes it. */
export const searchOf = (query: string) => Object.fromEntries(new URLSearchParams(query)) as never;

/** `2026-11`, or the year alone; of a report on a campaign the campaign itself. */
export const periodName = ({
  grain,
  fromOn,
  campaignName,
}: {
  grain: string;
  fromOn: string;
  campaignName: string;
}) => (grain === 'campaign' ? campaignName : fromOn.slice(0, grain === 'year' ? 4 : 7));
