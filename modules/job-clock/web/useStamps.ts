import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { call, isProblem, mayPass, newKey } from '#web/api.ts';
import { type Conflict, clockRoutes, type Outcome, type Stamp } from '../contract.ts';

const retryMs = 4_000;
const readBackMs = 1_000;
const atOnce = 50;
const nameOf = (employeeId: string) => `jingming.stamps.${employeeId}`;

function kept(employeeId: string): Stamp[] {
  try {
    return JSON.parse(localStorage.getItem(nameOf(employeeId)) ?? '[]') as Stamp[];
  } catch {
    return [];
  }
}

/** What became of a stamp that something stood against. */
export interface Told {
  key: string;
  stamp: Stamp;
  outcome: Outcome;
  conflict: Conflict;
}

/**
 * Stamps of this device: kept on it until the server has them, sent in the order of pressing, with a key each, so that
 * one that arrived though its answer was lost does not count twice. Several tabs send the same; that does no harm.
 */
export function useStamps(employeeId: string) {
  const client = useQueryClient();
  const [queued, setQueued] = useState<readonly Stamp[]>(() => kept(employeeId));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [told, setTold] = useState<readonly Told[]>([]);
  const [isLost, setIsLost] = useState(false);
  const isSending = useRef(false);

  const keep = useCallback(
    (change: (before: readonly Stamp[]) => readonly Stamp[]) => {
      const next = change(kept(employeeId));
      localStorage.setItem(nameOf(employeeId), JSON.stringify(next));
      setQueued(next);
    },
    [employeeId],
  );

  const send = useCallback(async () => {
    const stamps = kept(employeeId).slice(0, atOnce);
    if (isSending.current || stamps.length === 0) return;
    isSending.current = true;
    try {
      const body = { sentAt: new Date().toISOString(), stamps };
      const { outcomes } = await call(clockRoutes.stamp, { body }, { idempotencyKey: newKey() });
      const known = new Set(outcomes.map(({ key }) => key));
      const against = outcomes.filter(({ conflict }) => conflict !== '');
      setTold(
        against.flatMap((one) => {
          const stamp = stamps.find(({ key }) => key === one.key);
          return stamp ? [{ ...one, stamp }] : [];
        }),
      );
      setProblem(null);
      setIsLost(false);
      const isRead = client.invalidateQueries({ queryKey: ['job-clocks'] });
      // They stay on the screen until they are read back; a network lost meanwhile holds nothing up.
      await Promise.race([isRead, new Promise((done) => setTimeout(done, readBackMs))]);
      void client.invalidateQueries({ queryKey: ['service-orders'] });
      keep((before) => before.filter(({ key }) => !known.has(key)));
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      setIsLost(mayPass(thrown));
      setProblem(mayPass(thrown) ? null : thrown);
    } finally {
      isSending.current = false;
    }
  }, [client, employeeId, keep]);

  useEffect(() => {
    const again = () => void send();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, retryMs);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [send]);

  const press = useCallback(
    (given: Omit<Stamp, 'key' | 'pressedAt'>) => {
      const stamp = { ...given, key: newKey(), pressedAt: new Date().toISOString() };
      keep((before) => [...before, stamp]);
      setTold([]);
      void send();
    },
    [keep, send],
  );
  /** Takes off this device what the server will never take: a job that is on no order any more. */
  const drop = useCallback(() => {
    keep(() => []);
    setProblem(null);
  }, [keep]);
  return { queued, press, problem, told, drop, isLost };
}
