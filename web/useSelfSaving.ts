import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { isProblem, mayPass, waitBefore } from './api.ts';
import {
  collidingIn,
  namesIn,
  nothingUnsaved,
  settled,
  type Unsaved,
  withChange,
  withoutSent,
} from './unsaved.ts';
import { keepText, keptText } from './useDraft.ts';

/** Long enough for a word, short enough that nobody waits for it. */
const pauseMs = 500;
export type Saving = 'saved' | 'saving' | 'waiting' | 'refused';

interface Written<Shown extends { version: number }, Fields extends object> {
  /** Under which name it is kept on this device. */
  key: string;
  queryKey: QueryKey;
  /** What the server has, as far as it was read. */
  record: Shown | undefined;
  /** Its fields, or none where it is closed and takes nothing. */
  fieldsOf: (record: Shown) => Fields | undefined;
  save: (change: Partial<Fields>, record: Shown) => Promise<Shown>;
  /** Sends the next of what waits beside the fields, photos for one. Says whether there was one. */
  sendNext: () => Promise<boolean>;
}

/**
 * One record at hand: what is written is shown at once, kept on this device, and sent by itself, one request after
 * another, each with the version that was seen. Without a connection it waits, and goes out when there is one.
 * `fieldsOf`, `save` and `sendNext` are to be the same functions at every turn.
 */
export function useSelfSaving<Shown extends { version: number }, Fields extends object>(
  of: Written<Shown, Fields>,
) {
  const { key, queryKey, record, fieldsOf, save, sendNext } = of;
  const client = useQueryClient();
  const [unsaved, setUnsaved] = useState<Unsaved<Fields>>(
    () => keptText<Unsaved<Fields>>(key) ?? nothingUnsaved,
  );
  const [saving, setSaving] = useState<Saving>('saved');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const now = useRef({ unsaved, isBusy: false, attempt: 0, timer: 0, isGone: false });
  const seen = useCallback(() => client.getQueryData<Shown>(queryKey), [client, queryKey]);
  const show = useCallback(
    (reply: Shown) => client.setQueryData(queryKey, reply),
    [client, queryKey],
  );
  const put = useCallback(
    (next: Unsaved<Fields>) => {
      now.current.unsaved = next;
      setUnsaved(next);
      keepText(key, namesIn(next.change).length > 0 ? next : undefined);
    },
    [key],
  );

  const send = useCallback(async (): Promise<void> => {
    const mine = now.current;
    const saved = seen();
    const fields = saved && fieldsOf(saved);
    if (mine.isBusy || mine.isGone || !saved || !fields) return;
    const sent = mine.unsaved.change;
    // What collides waits for the person; the rest of it with it, or the base would be lost.
    if (collidingIn(mine.unsaved, fields).length > 0) return;
    mine.isBusy = true;
    let wait: number | undefined;
    try {
      if (namesIn(sent).length > 0) {
        setSaving('saving');
        show(await save(sent, saved));
        put(withoutSent(mine.unsaved, sent));
        wait = 0;
      } else if (await sendNext()) wait = 0;
      mine.attempt = 0;
      setProblem(null);
      if (wait === undefined) setSaving('saved');
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      if (thrown.status === 412) {
        await client.refetchQueries({ queryKey });
        wait = 0;
      } else if (mayPass(thrown)) {
        setSaving('waiting');
        wait = waitBefore(mine.attempt++, thrown);
      } else {
        setSaving('refused');
        setProblem(thrown);
      }
    } finally {
      mine.isBusy = false;
    }
    if (wait !== undefined && !mine.isGone) mine.timer = window.setTimeout(send, wait);
  }, [client, fieldsOf, put, queryKey, save, seen, sendNext, show]);

  const soon = useCallback(
    (ms = pauseMs) => {
      window.clearTimeout(now.current.timer);
      now.current.timer = window.setTimeout(send, ms);
    },
    [send],
  );
  const change = useCallback(
    (more: Partial<Fields>) => {
      const saved = seen();
      const fields = saved && fieldsOf(saved);
      if (!fields) return;
      put(withChange(now.current.unsaved, more, fields));
      soon();
    },
    [fieldsOf, put, seen, soon],
  );
  const isRead = record !== undefined;
  useEffect(() => {
    const mine = now.current;
    mine.isGone = false;
    const atOnce = () => soon(0);
    if (isRead) atOnce();
    window.addEventListener('online', atOnce);
    return () => {
      mine.isGone = true;
      window.clearTimeout(mine.timer);
      window.removeEventListener('online', atOnce);
    };
  }, [isRead, soon]);

  const saved = record && fieldsOf(record);
  const colliding = saved ? collidingIn(unsaved, saved) : [];
  return {
    /** As they are to be; none while nothing is read, or nothing can be written. */
    fields: saved && { ...saved, ...unsaved.change },
    change,
    saving,
    problem,
    hasUnsaved: namesIn(unsaved.change).length > 0,
    colliding,
    settle: (keep: 'mine' | 'theirs') => {
      if (saved) put(settled(now.current.unsaved, colliding, keep, saved));
      soon(0);
    },
    soon,
    show,
  };
}
