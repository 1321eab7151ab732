import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '#shared/call.ts';
import { connectionLost, newKey } from '#web/api.ts';
import { dropKeptFile, type KeptFile, keepFile, keptFilesOf } from '#web/keptFiles.ts';
import { useLanguage } from '#web/useWords.ts';
import { storeFile } from './storeFile.ts';

type Kept<About> = About & {
  takenAt: string;
  /** Once its bytes have arrived. */
  fileId?: string;
};
export type WaitingPhoto<About extends object = object> = KeptFile<Kept<About>>;

/**
 * Photos of a record that were taken and have not arrived yet: they lie on this device and go up one by one.
 * @param hang hangs a stored file to the record; the same key again is the same photo
 */
export function useWaitingPhotos<About extends { takenAt: string }>(
  recordId: string,
  hang: (fileId: string, about: Kept<About>, key: string) => Promise<void>,
) {
  const language = useLanguage();
  const [waiting, setWaiting] = useState<readonly WaitingPhoto<About>[]>([]);
  const mine = useRef(waiting);
  const put = useCallback((next: readonly WaitingPhoto<About>[]) => {
    mine.current = next;
    setWaiting(next);
  }, []);
  const load = useCallback(async () => {
    const kept = await keptFilesOf<Kept<About>>(recordId);
    put(kept.toSorted((one, other) => one.more.takenAt.localeCompare(other.more.takenAt)));
  }, [recordId, put]);
  useEffect(() => {
    void load();
  }, [load]);

  const keep = async (blob: Blob, more: About) => {
    const photo = { id: newKey(), of: recordId, blob, more };
    await keepFile(photo);
    put([...mine.current, photo]);
  };

  /** Sends the first that waits. Says whether there was one; throws what the server or the lost connection says. */
  const sendOne = useCallback(async (): Promise<boolean> => {
    if (mine.current.length === 0) await load();
    const [photo] = mine.current;
    if (!photo) return false;
    const { takenAt } = photo.more;
    let { fileId } = photo.more;
    if (!fileId) {
      const isVoice = photo.blob.type === 'audio/wav';
      const name = `${takenAt.slice(0, 16)}.${isVoice ? 'wav' : 'jpg'}`;
      const file = new File([photo.blob], name);
      ({ id: fileId } = await storeFile(file, language).catch(asLost));
      await keepFile({ ...photo, more: { ...photo.more, fileId } });
    }
    await hang(fileId, photo.more, photo.id);
    await dropKeptFile(photo.id);
    put(mine.current.filter(({ id }) => id !== photo.id));
    return true;
  }, [hang, language, load, put]);

  /** Gives one up: it will never be taken. */
  const giveUp = async (id: string) => {
    await dropKeptFile(id);
    put(mine.current.filter((one) => one.id !== id));
  };

  return { waiting, keep, sendOne, giveUp };
}

/** `fetch` itself fails without a connection: then it is the same as with every other request. */
function asLost(thrown: unknown): never {
  if (thrown instanceof ApiProblem) throw thrown;
  throw new ApiProblem(0, { code: connectionLost, title: '' });
}
