import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type ArchiveWord, archiveWords } from '../locales/words.ts';

/** Words of the archive; `sayOf('kind', visit.kind)` says a code, and the code itself where there is no word. */
export function useArchiveWords() {
  const say = useWords(archiveWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}${code.replaceAll('.', '')}`;
      const joined = `${group}${code.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
      const known = [joined, key].find((each) => each in archiveWords.en);
      return known ? say(known as ArchiveWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
