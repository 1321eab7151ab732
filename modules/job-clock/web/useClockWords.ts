import { useCallback } from 'react';
import { spokenMinutes } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type JobClockWord, jobClockWords } from '../locales/words.ts';

/** The module's words; `sayOf('press', stamp.press)` says a code of the contract, `spoken` says minutes. */
export function useClockWords() {
  const say = useWords(jobClockWords);
  const language = useLanguage();
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in jobClockWords.en ? say(key as JobClockWord) : code;
    },
    [say],
  );
  const spoken = useCallback((minutes: number) => spokenMinutes(minutes, language), [language]);
  return { say, sayOf, spoken, language };
}
