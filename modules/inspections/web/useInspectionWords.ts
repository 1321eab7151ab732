import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type InspectionWord, inspectionWords } from '../locales/words.ts';

/** The module's words; `sayOf('light', answer.light)` says a code of the contract. */
export function useInspectionWords() {
  const say = useWords(inspectionWords);
  const sayOf = useCallback(
    (group: string, code: string, facts?: Record<string, string | number>): string => {
      const key = `${group}_${code}`;
      return key in inspectionWords.en ? say(key as InspectionWord, facts) : code;
    },
    [say],
  );
  return { say, sayOf };
}
