import type { Decision } from '../judge/decisions.ts';
import { type ImportKind, kinds } from '../judge/kinds.ts';
import type { ImportScreenWord } from '../locales/screen-words.ts';

/** A decision in the words of the kind of list: two customers, or two people. */
export const wordOf = (decision: Decision, kind: ImportKind): ImportScreenWord =>
  decision === 'separate' && kinds[kind].isOfPeople ? 'separatePeople' : decision;
