import type { Language } from '#platform/words.ts';
import type { causeKinds, replyWays } from '../lifecycle.ts';
import { causeWords, clockWords, nodeName, wayWords } from '../locales/labels.ts';
import { type ComplaintWord, complaintWords } from '../locales/words.ts';

/** What the values of a complaint are called in a language; a value without words stays as it is. */
export function complaintLabels(language: Language) {
  const words = complaintWords[language];
  const say = (key: string) => words[key as ComplaintWord] ?? key;
  return {
    say,
    cause: (kind: (typeof causeKinds)[number]) => say(causeWords[kind]),
    way: (way: (typeof replyWays)[number]) => say(wayWords[way]),
    /** A node of the trees of classes and causes, the house's own by its name; '' for none. */
    node: (key: string | null, ownName: string) => nodeName(key, ownName, say),
    /** A clock by its rule; '' for one that the shop has no word for. */
    clock: (rule: string) => (clockWords[rule] ? say(clockWords[rule]) : ''),
  };
}
