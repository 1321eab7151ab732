import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';

export type HotkeyGroup = 'everywhere' | 'list' | 'page';

/**
 * `/`, `?`, `j`, `Enter`, `mod+k` (Ctrl, or ⌘ on a Mac), `mod+shift+p`, or one after the other: `g c`.
 */
export interface Hotkey {
  keys: string;
  label: string;
  group: HotkeyGroup;
  run: (event: KeyboardEvent) => void;
  /** Not in the keyboard sheet: a second way to the same thing. */
  hidden?: boolean;
}

let registered: readonly Hotkey[] = [];
let begun = '';
let forgetting: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(next: readonly Hotkey[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** Whether the person is writing: a letter then belongs to the text. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  const buttons = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file'];
  return target instanceof HTMLInputElement && !buttons.includes(target.type);
}

/** The name of what was pressed, in the way hotkeys are written. */
function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isMod = event.ctrlKey || event.metaKey;
  const isShift = event.shiftKey && (isMod || event.altKey || event.key.length > 1);
  return [isMod && 'mod', event.altKey && 'alt', isShift && 'shift', key].filter(Boolean).join('+');
}

const lastOf = (keys: string) => registered.findLast((hotkey) => hotkey.keys === keys);

/** Enter belongs to the button or link that has the focus. */
const isTaken = (event: KeyboardEvent) =>
  event.key === 'Enter' &&
  event.target instanceof Element &&
  event.target.closest('a, button, summary, [role=button]') !== null;

function onKeyDown(event: KeyboardEvent): void {
  // 229: an input method is composing; its keys are not ours.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const pressed = keysOf(event);
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (!hasModifier && (isWriting(event.target) || isTaken(event))) return;
  // What lies under an open dialog does not answer to single keys.
  if (!hasModifier && document.querySelector('dialog[open], .ant-modal-wrap:not([style*="none"])'))
    return;
  const sequence = begun ? `${begun} ${pressed}` : pressed;
  clearTimeout(forgetting);
  begun = '';
  const hotkey = lastOf(sequence) ?? lastOf(pressed);
  if (hotkey) {
    event.preventDefault();
    hotkey.run(event);
    return;
  }
  if (!hasModifier && registered.some(({ keys }) => keys.startsWith(`${pressed} `))) {
    begun = pressed;
    forgetting = setTimeout(() => {
      begun = '';
    }, 1000);
  }
}

/** Starts listening; the shell does so once. */
export function listenForHotkeys(): () => void {
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

/**
 * Registers keys while the component stands; the last one registered wins. Single keys never fire while the
 * person is typing in a field; those with Ctrl, ⌘ or Alt do. `null` registers nothing.
 */
export function useHotkey(hotkey: Hotkey | null): void {
  const run = useRef(hotkey?.run);
  run.current = hotkey?.run;
  const { keys, label, group, hidden } = hotkey ?? {};
  // Before it is painted: who sees the page may press its keys.
  useLayoutEffect(() => {
    if (!keys || !group || label === undefined) return;
    const own: Hotkey = { keys, label, group, hidden, run: (event) => run.current?.(event) };
    change([...registered, own]);
    return () => change(registered.filter((other) => other !== own));
  }, [keys, label, group, hidden]);
}

/** What the keyboard sheet shows. */
export const useRegisteredHotkeys = (): readonly Hotkey[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
