import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import { call, isProblem, mayPass, reading, waitBefore } from '#web/api.ts';
import { keepText, keptText } from '#web/useDraft.ts';
import {
  type CheckIn,
  type CheckInChange,
  type CheckInContent,
  checkInRoutes as routes,
} from '../contract.ts';
import {
  collidingIn,
  namesIn,
  nothingUnsaved,
  settled,
  type Unsaved,
  withChange,
  withoutSent,
} from './unsaved.ts';
import { useWaitingPhotos } from './useWaitingPhotos.ts';

/** Long enough for a word, short enough that nobody waits for it. */
const pauseMs = 500;
export type Saving = 'saved' | 'saving' | 'waiting' | 'refused';

/**
 * One check-in at hand: what is written is shown at once, kept on this device, and sent by itself, one request after
 * another, each with the version that was seen. Without a connection it waits, and goes out when there is one.
 */
export function useCheckIn(checkInId: string) {
  const client = useQueryClient();
  const options = useMemo(() => reading(routes.read, { params: { checkInId } }), [checkInId]);
  const { data: record, error } = useQuery(options);
  const { queryKey } = options;
  const key = `check-in.${checkInId}`;
  const [unsaved, setUnsaved] = useState<Unsaved>(() => keptText<Unsaved>(key) ?? nothingUnsaved);
  const [saving, setSaving] = useState<Saving>('saved');
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const now = useRef({ unsaved, isBusy: false, attempt: 0, timer: 0, isGone: false });
  const seen = useCallback(() => client.getQueryData<CheckIn>(queryKey), [client, queryKey]);
  const show = useCallback(
    (reply: CheckIn) => client.setQueryData(queryKey, reply),
    [client, queryKey],
  );
  const put = useCallback(
    (next: Unsaved) => {
      now.current.unsaved = next;
      setUnsaved(next);
      keepText(key, namesIn(next.change).length > 0 ? next : undefined);
    },
    [key],
  );
  const photos = useWaitingPhotos(checkInId, show);
  const { sendOne } = photos;

  const send = useCallback(async (): Promise<void> => {
    const mine = now.current;
    const saved = seen();
    if (mine.isBusy || mine.isGone || saved?.state !== 'open') return;
    const sent = mine.unsaved.change;
    // What collides waits for the person; the rest of it with it, or the base would be lost.
    if (collidingIn(mine.unsaved, saved.content).length > 0) return;
    const isWritten = namesIn(sent).length > 0;
    mine.isBusy = true;
    let wait: number | undefined;
    try {
      if (isWritten) {
        setSaving('saving');
        const asked = { params: { checkInId }, body: sent };
        show(await call(routes.save, asked, { version: saved.version }));
        put(withoutSent(mine.unsaved, sent));
        wait = 0;
      } else if (await sendOne()) wait = 0;
      mine.attempt = 0;
      setProblem(null);
      if (wait === undefined) setSaving('saved');
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      if (thrown.status === 412) {
        await client.refetchQueries({ queryKey: queryKey });
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
  }, [checkInId, client, put, queryKey, seen, sendOne, show]);

  const soon = useCallback(
    (ms = pauseMs) => {
      window.clearTimeout(now.current.timer);
      now.current.timer = window.setTimeout(send, ms);
    },
    [send],
  );
  const change = useCallback(
    (more: CheckInChange) => {
      const saved = seen();
      if (!saved) return;
      put(withChange(now.current.unsaved, more, saved.content));
      soon();
    },
    [put, seen, soon],
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

  const isOpen = record?.state === 'open';
  const content: CheckInContent | undefined =
    record && (isOpen ? { ...record.content, ...unsaved.change } : record.content);
  const colliding = record && isOpen ? collidingIn(unsaved, record.content) : [];
  return {
    record,
    error,
    content,
    change,
    saving,
    problem,
    photos,
    /** Nothing waits on this device any more. */
    isSaved: namesIn(unsaved.change).length === 0 && photos.waiting.length === 0,
    hasUnsavedText: namesIn(unsaved.change).length > 0,
    colliding,
    settle: (keep: 'mine' | 'theirs') => {
      if (record) put(settled(now.current.unsaved, colliding, keep, record.content));
      soon(0);
    },
    takePhoto: async (blob: Blob, about: { markNumber?: number; takenAt: string }) => {
      await photos.keep(blob, about);
      soon(0);
    },
    show,
  };
}
export type CheckInAtHand = ReturnType<typeof useCheckIn>;
