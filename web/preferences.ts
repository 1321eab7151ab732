import { useSyncExternalStore } from 'react';
import type { Language } from './useWords.ts';

/** How one person likes the screen. Nothing here says anything about a customer. */
export interface Preferences {
  language: Language;
  theme: 'light' | 'dark' | 'system';
  density: 'normal' | 'compact';
  menu: 'open' | 'narrow';
}

const usual: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  density: 'normal',
  menu: 'open',
};
const listeners = new Set<() => void>();
let owner = 'anyone';
let current = stored();

const keyOf = (who: string) => `jingming.preferences.${who}`;

function stored(): Preferences {
  try {
    const kept = localStorage.getItem(keyOf(owner)) ?? localStorage.getItem(keyOf('anyone'));
    return { ...usual, ...(JSON.parse(kept ?? '{}') as Partial<Preferences>) };
  } catch {
    // Storage may be switched off in a kiosk; the usual ones then hold until the page is left.
    return usual;
  }
}

function announce(next: Preferences): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Several people share the desk's computer: each finds the screen as they left it. */
export function preferencesOf(employeeId: string): void {
  if (owner === employeeId) return;
  owner = employeeId;
  announce(stored());
}

export function prefer(change: Partial<Preferences>): void {
  announce({ ...current, ...change });
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(current));
    localStorage.setItem(keyOf('anyone'), JSON.stringify(current));
  } catch {
    // As above: then it holds for this page only.
  }
}

export const preferences = (): Preferences => current;

export const usePreferences = (): Preferences =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
