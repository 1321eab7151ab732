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
  const [begun] = useState(() => {
    const kept = keptText<Value>(key);
    return { initial: kept ?? value, isRestored: kept !== undefined };
  });
  const [isRestored, setIsRestored] = useState(begun.isRestored);
  const keep = useCallback((next: Value) => keepText(key, next), [key]);
  const clear = useCallback(() => {
    keepText(key, undefined);
    setIsRestored(false);
  }, [key]);
  return { initial: begun.initial, isRestored, keep, clear };
}

/** On signing out, so that the next person at the desk finds nothing. */
export function dropAllDrafts(): void {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  }
}

/** Keeps text under a draft's key, for what saves itself and is no form; `undefined` lets it go. */
export function keepText(key: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(prefix + key);
    else sessionStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Full or switched off: the screen itself still holds the text.
  }
}

/** What was kept under a draft's key. */
export function keptText<Value>(key: string): Value | undefined {
  try {
    const kept = sessionStorage.getItem(prefix + key);
    return kept === null ? undefined : (JSON.parse(kept) as Value);
  } catch {
    return undefined;
  }
}
