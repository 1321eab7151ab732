import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type ReceptionWord, receptionWords } from '../locales/words.ts';

/** Words of the desk; `sayOf('state', order.state)` says a code of another module in its words. */
export function useReceptionWords() {
  const say = useWords(receptionWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in receptionWords.en ? say(key as ReceptionWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
