import { useEffect, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { isProblem, mayPass, waitBefore } from '#web/api.ts';

/**
 * Sends what waits on this device by itself: now, again after a while, and as soon as there is a line.
 * @param count how many wait: each that went lets the next one go
 * @returns why the first of them will never be taken, where that is so
 */
export function useSending(count: number, sendOne: () => Promise<boolean>): ApiProblem | null {
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  useEffect(() => {
    if (count === 0) return setProblem(null);
    let attempt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const send = async () => {
      clearTimeout(timer);
      try {
        await sendOne();
        if (!isGone) setProblem(null);
      } catch (thrown) {
        if (!isProblem(thrown)) throw thrown;
        if (isGone) return;
        if (mayPass(thrown)) timer = setTimeout(() => void send(), waitBefore(attempt++, thrown));
        else setProblem(thrown);
      }
    };
    void send();
    const again = () => void send();
    window.addEventListener('online', again);
    return () => {
      isGone = true;
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [count, sendOne]);
  return problem;
}
