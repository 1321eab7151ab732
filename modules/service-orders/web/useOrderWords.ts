import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type OrderWord, serviceOrderWords } from '../locales/words.ts';

/** The module's words; `sayOf('kind', order.kind)` says a code of the contract. */
export function useOrderWords() {
  const say = useWords(serviceOrderWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = group === '' ? code : `${group}_${code}`;
      return key in serviceOrderWords.en ? say(key as OrderWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
