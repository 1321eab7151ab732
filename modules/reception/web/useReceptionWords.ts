import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type ReceptionWord, receptionWords } from '../locales/words.ts';

/**
 * Words of the desk; `sayOf('state', order.state)` says a code of another module. A promise under a rule that the
 * desk has no words for is said by what it is about: `sayOf('rule', rule, 'about', type)`.
 */
export function useReceptionWords() {
  const say = useWords(receptionWords);
  const sayOf = useCallback(
    (group: string, code: string, otherGroup = group, otherCode = code): string => {
      const keys = [`${group}_${code}`, `${otherGroup}_${otherCode}`];
      const known = keys.find((key) => key in receptionWords.en);
      return known ? say(known as ReceptionWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
