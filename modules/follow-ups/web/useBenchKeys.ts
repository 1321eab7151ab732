import { flushSync } from 'react-dom';
import { useHotkey } from '#web/hotkeys.ts';
import type { FollowUp } from '../contract.ts';
import { topicKeys } from '../locales/vocabulary.ts';
import { complaintFrom, newMatter } from './newLines.ts';
import { numberPressed, stepBack, type Talk } from './talk.ts';
import { useSay } from './useFollowUpWords.ts';

interface KeyTarget {
  talk: Talk;
  change: (talk: Talk) => void;
  toggleTopic: (topic: (typeof topicKeys)[number]) => void;
  save: () => void;
}

const focusOn = (name: string) => {
  const field = document.querySelector<HTMLElement>(`[data-bench="${name}"]`);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
};

/** All of the bench without the mouse: numbers answer, letters open, Ctrl+Enter saves and goes on. */
export function useBenchKeys(followUp: FollowUp, { talk, change, toggleTopic, save }: KeyTarget) {
  const say = useSay();
  const isOpen = followUp.state === 'planned';
  const page = (keys: string, label: string, run: () => void, hidden = false) =>
    isOpen ? { keys, label, group: 'page' as const, run, hidden } : null;
  /** What is opened stands before the next key comes: a letter never goes astray. */
  const open = (next: Talk, name: string) => {
    flushSync(() => change(next));
    focusOn(name);
  };
  const number = (key: number) => () => change(numberPressed(talk, key));
  const topic = (key: number) => () => {
    const chosen = topicKeys[key - 1];
    if (chosen) toggleTopic(chosen);
  };
  useHotkey(page('1', say('keyResult'), number(1)));
  useHotkey(page('2', say('keyResult'), number(2), true));
  useHotkey(page('3', say('keyResult'), number(3), true));
  useHotkey(page('4', say('keyResult'), number(4), true));
  useHotkey(page('5', say('keyResult'), number(5), true));
  useHotkey(page('Backspace', say('keyUndo'), () => change(stepBack(talk))));
  useHotkey(page('t 1', say('keyTopic', { number: '1–6' }), topic(1)));
  useHotkey(page('t 2', say('keyTopic', { number: 2 }), topic(2), true));
  useHotkey(page('t 3', say('keyTopic', { number: 3 }), topic(3), true));
  useHotkey(page('t 4', say('keyTopic', { number: 4 }), topic(4), true));
  useHotkey(page('t 5', say('keyTopic', { number: 5 }), topic(5), true));
  useHotkey(page('t 6', say('keyTopic', { number: 6 }), topic(6), true));
  useHotkey(
    page('m', say('keyMatter'), () => {
      const matter = newMatter();
      open({ ...talk, matters: [...talk.matters, matter] }, matter.key);
    }),
  );
  useHotkey(
    page('c', say('keyComplaint'), () =>
      open({ ...talk, complaint: talk.complaint ?? complaintFrom(talk) }, 'complaint'),
    ),
  );
  useHotkey(page('n', say('keyPoints'), () => focusOn('points')));
  useHotkey(
    page('d', say('keyDial'), () =>
      document.querySelector<HTMLElement>('[data-bench="dial"]')?.click(),
    ),
  );
  useHotkey(page('mod+Enter', say('keySave'), save));
}
