import { instantAt } from '#shared/dates.ts';
import { useWords } from '#web/useWords.ts';
import { type ComplaintWord, complaintWords } from '../locales/words.ts';

const zone = 'Asia/Shanghai';
/** A task is due at the end of the shop's day. */
export const endOfDay = (day: string): string => instantAt(zone, day, '18:00').toISOString();

/** The module's words, and those of values: `sayOf('task', 'work')` is `task_work`. */
export function useWorkWords() {
  const say = useWords(complaintWords);
  const sayOf = (kind: string, value: string) => say(`${kind}_${value}` as ComplaintWord);
  return { say, sayOf };
}

/** What else changes with the work on a complaint. */
export const touchedByWork = ['complaints', 'complaint-tasks', 'commitments', 'notices'] as const;
