import { useCallback, useState } from 'react';

const prefix = 'jingming.draft.';

export interface Draft<Value> {
  /** What the form begins with: the kept text, or what was handed in. */
  initial: Value;
  /** Whether something kept was found; the form says so and offers to drop it. */
  isRestored: boolean;
  keep: (value: Value) => void;
  /** After success, or when the person drops it. */
  clear: () => void;
}

/**
 * Keeps what is typed into a form over a reload, a crash of the tab or a lost connection. It lives in this tab
 * only (`sessionStorage`), never in `localStorage`: it may hold a customer's name, and the desk is shared.
 * The key names form and record: `useDraft('service-order.' + id, empty)`.
 */
export function useDraft<Value>(key: string, value: Value): Draft<Value> {
  const name = prefix + key;
  const [begun] = useState(() => {
    const kept = keptUnder<Value>(name);
    return { initial: kept ?? value, isRestored: kept !== undefined };
  });
  const [isRestored, setIsRestored] = useState(begun.isRestored);
  const keep = useCallback(
    (next: Value) => {
      try {
        sessionStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Full or switched off: the form itself still holds the text.
      }
    },
    [name],
  );
  const clear = useCallback(() => {
    sessionStorage.removeItem(name);
    setIsRestored(false);
  }, [name]);
  return { initial: begun.initial, isRestored, keep, clear };
}

/** On signing out, so that the next person at the desk finds nothing. */
export function dropAllDrafts(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  }
}

function keptUnder<Value>(name: string): Value | undefined {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? undefined : (JSON.parse(kept) as Value);
  } catch {
    return undefined;
  }
}
