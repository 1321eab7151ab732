import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type CheckInWord, checkInWords } from '../locales/words.ts';

/** The module's words; `sayOf('damage', mark.kind)` says a code of the contract. */
export function useCheckInWords() {
  const say = useWords(checkInWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in checkInWords.en ? say(key as CheckInWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
