import type { Decision } from '../judge/decisions.ts';
import { type ImportKind, kinds } from '../judge/kinds.ts';
import type { ImportScreenWord } from '../locales/screen-words.ts';

/** A decision in the words of the kind of list: two customers, two people, or two records. */
export function wordOf(decision: Decision, kind: ImportKind): ImportScreenWord {
  const { isOfPeople, kept } = kinds[kind];
  if (decision !== 'separate') return decision;
  if (kept) return 'separateRecords';
  return isOfPeople ? 'separatePeople' : decision;
}
