import { useSyncExternalStore } from 'react';

/**
 * The browser's one clock. Shop computers are often minutes off, so it follows the server's:
 * "12 minutes left" is then the same at every desk, and the same as the server's judgement.
 */
let aheadMs = 0;
let shown = now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

export function now(): Date {
  return new Date(Date.now() + aheadMs);
}

/** Takes the server's time (an instant); less than two seconds of difference is the way there and back. */
export function followServer(instant: string): void {
  const server = Date.parse(instant);
  if (Math.abs(server - now().getTime()) < 2_000) return;
  aheadMs = server - Date.now();
  tick();
}

function tick(): void {
  shown = now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    shown = now();
    timer = setInterval(tick, 15_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  };
}

/** The present, renewed four times a minute for all that shows it, by one timer. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => shown);
