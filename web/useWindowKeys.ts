import { useLayoutEffect, useRef } from 'react';

/**
 * Hears every key while the component stands, wherever the focus is: what had it may be gone with a slide, and a window
 * without a focused element tells its dialogs nothing.
 */
export function useWindowKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
