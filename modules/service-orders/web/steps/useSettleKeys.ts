import { useHotkey } from '#web/hotkeys.ts';
import type { oldPartChoices } from '../../contract.ts';
import { useOrderWords } from '../useOrderWords.ts';

type OldParts = (typeof oldPartChoices)[number];

/** At the desk nobody reaches for the mouse: Alt and a figure for the old parts, Ctrl+Enter settles. */
export function useSettleKeys(given: {
  onOldParts: (choice: OldParts) => void;
  onSettle: (() => void) | undefined;
}): void {
  const { say, sayOf } = useOrderWords();
  const key = (keys: string, choice: OldParts) => ({
    keys,
    label: sayOf('old', choice),
    group: 'page' as const,
    run: () => given.onOldParts(choice),
  });
  useHotkey(key('alt+1', 'return'));
  useHotkey(key('alt+2', 'waive'));
  useHotkey(key('alt+3', 'none'));
  useHotkey({
    keys: 'mod+Enter',
    label: say('settleNow'),
    group: 'page',
    run: () => given.onSettle?.(),
  });
}

/** Whether the cashier's desk led here to settle: the amount has the focus then. */
export const cameToSettle = (): boolean => window.location.hash === '#settle';
