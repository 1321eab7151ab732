import { useCallback } from 'react';
import { useWords } from '#web/useWords.ts';
import { type AppointmentWord, appointmentWords } from '../locales/words.ts';

/** Words of the book; `sayOf('kind', 'repair')` says a code. */
export function useAppointmentWords() {
  const say = useWords(appointmentWords);
  const sayOf = useCallback(
    (group: string, code: string): string => {
      const key = `${group}_${code}`;
      return key in appointmentWords.en ? say(key as AppointmentWord) : code;
    },
    [say],
  );
  return { say, sayOf };
}
