import { useState } from 'react';
import { useHotkey } from '#web/hotkeys.ts';
import { mayUse, useSession } from '#web/session.ts';
import type { FollowUp } from '../contract.ts';
import { useSay } from './useFollowUpWords.ts';

export type Panel = 'book' | 'customer';

/** What may be opened over the bench, and by which key: only what this person may do elsewhere, too. */
export function useBenchPanels(followUp: FollowUp) {
  const say = useSay();
  const session = useSession();
  const [panel, setPanel] = useState<Panel | null>(null);
  const isOpen = followUp.state === 'planned';
  const mayBook = isOpen && mayUse(session, ['serviceOrders.receive']);
  const mayChange = isOpen && mayUse(session, ['customers.edit']);
  const key = (keys: string, word: 'bookVisit' | 'changeArchive', to: Panel) =>
    ({ keys, label: say(word), group: 'page', run: () => setPanel(to) }) as const;
  useHotkey(mayBook ? key('b', 'bookVisit', 'book') : null);
  useHotkey(mayChange ? key('e', 'changeArchive', 'customer') : null);
  return { panel, open: setPanel, close: () => setPanel(null), mayBook, mayChange };
}
