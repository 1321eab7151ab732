import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type SubletWord, subletWords } from '../locales/words.ts';

/** The module's words; `sayOf('state', 'out')` says a code. */
export function useSubletWords() {
  const say = useWords(subletWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in subletWords.en ? say(key as SubletWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
