import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type ArchiveWord, archiveWords } from '../locales/words.ts';

/** Words of the archive; `sayOf('kind', visit.kind)` says a code, or nothing where there is no word for it. */
export function useArchiveWords() {
  const say = useWords(archiveWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}${code.replaceAll('.', '')}`;
      return key in archiveWords.en ? say(key as ArchiveWord) : '';
    },
    [say],
  );
  return { say, sayOf };
}
