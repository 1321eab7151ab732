import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type MobilityWord, mobilityWords } from '../locales/words.ts';

/** The module's words; `sayOf('kind', 'rescue')` says a code. */
export function useMobilityWords() {
  const say = useWords(mobilityWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in mobilityWords.en ? say(key as MobilityWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
