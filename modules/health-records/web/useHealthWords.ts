import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type HealthWord, healthWords } from '../locales/words.ts';

/** The module's words; `sayOf('state', 'waiting')` says a code. */
export function useHealthWords() {
  const say = useWords(healthWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in healthWords.en ? say(key as HealthWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
