import { useEffect, useRef, useState } from 'react';
import { call, isProblem, mayPass, waitBefore } from '#web/api.ts';
import { keepText, keptText } from '#web/useDraft.ts';
import { type Review, reviewRoutes } from '../contract.ts';

export type Saving = 'saved' | 'saving' | 'kept' | 'stale' | 'refused';
const quietMs = 900;

/**
 * Minutes that save themselves a moment after the last key. Without a connection the text stays in this tab and is sent
 * again until it arrives; a colleague's change meanwhile is never written over.
 */
export function useMinutes(review: Review) {
  const key = `complaint-review.${review.id}`;
  const kept = useRef(keptText<string>(key));
  const [text, setText] = useState(kept.current ?? review.minutes);
  const [saving, setSaving] = useState<Saving>('saved');
  const saved = useRef({ text: review.minutes, version: review.version });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (text === saved.current.text) return;
    keepText(key, text);
    let isOver = false;
    const wait = attempt === 0 ? quietMs : waitBefore(attempt, undefined);
    const timer = setTimeout(() => void send(), wait);
    const send = async () => {
      setSaving('saving');
      try {
        const params = { complaintReviewId: review.id };
        const { version } = await call(
          reviewRoutes.minute,
          { params, body: { minutes: text } },
          { version: saved.current.version },
        );
        saved.current = { text, version };
        if (isOver) return;
        keepText(key, undefined);
        setAttempt(0);
        setSaving('saved');
      } catch (thrown) {
        if (isOver) return;
        if (mayPass(thrown)) {
          setSaving('kept');
          setAttempt((before) => before + 1);
          return;
        }
        if (!isProblem(thrown)) throw thrown;
        setSaving(thrown.status === 412 ? 'stale' : 'refused');
      }
    };
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [text, attempt, key, review.id]);

  /** Other steps of the page raise the version too; what they brought is what is saved on. */
  useEffect(() => {
    if (review.version > saved.current.version && review.minutes === saved.current.text) {
      saved.current = { text: review.minutes, version: review.version };
    }
  }, [review.version, review.minutes]);

  const write = (next: string) => {
    setAttempt(0);
    setText(next);
  };
  return { text, write, saving };
}
