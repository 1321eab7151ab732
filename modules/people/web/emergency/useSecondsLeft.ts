import { useEffect, useState } from 'react';
import { now } from '#web/clock.ts';

const secondsUntil = (instant: string) =>
  Math.max(0, Math.ceil((new Date(instant).getTime() - now().getTime()) / 1000));

/** Counts down to an instant, second by second; 0 when it has passed. */
export function useSecondsLeft(instant: string): number {
  const [left, setLeft] = useState(() => secondsUntil(instant));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(instant)), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
