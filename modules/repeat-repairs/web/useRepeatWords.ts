import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type RepeatWord, repeatWords } from '../locales/words.ts';

/** The module's words; `sayOf('state', 'declined')` says a code. */
export function useRepeatWords() {
  const say = useWords(repeatWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in repeatWords.en ? say(key as RepeatWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
