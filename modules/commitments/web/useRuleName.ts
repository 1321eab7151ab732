import { useLanguage } from '#web/useWords.ts';
import { ruleWords } from '../locales/words.ts';

/** What a promise is called; a rule without a name of its own shows its source. */
export function useRuleName(): (promise: { rule: string; source: string }) => string {
  const names = ruleWords[useLanguage()];
  return ({ rule, source }) => names[rule] ?? source;
}
