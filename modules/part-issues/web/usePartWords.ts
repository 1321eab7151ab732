import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type PartWord, partWords } from '../locales/words.ts';

/** The module's words; `sayOf('kind', 'issued')` says a code. */
export function usePartWords() {
  const say = useWords(partWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in partWords.en ? say(key as PartWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
