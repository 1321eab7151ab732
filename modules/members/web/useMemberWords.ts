import { useCallback } from 'react';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type MemberWord, memberWords } from '../locales/words.ts';

/** The words of the module; `sayOf('pay', 'cash')` for one of a fixed list. */
export function useMemberWords() {
  const say = useWords(memberWords);
  const language = useLanguage();
  const sayOf = useCallback(
    (kind: string, key: string): string => say(`${kind}_${key}` as MemberWord),
    [say],
  );
  return { say, sayOf, language };
}
