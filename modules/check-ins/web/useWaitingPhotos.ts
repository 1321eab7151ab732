import { useCallback, useEffect, useRef, useState } from 'react';
import { storeFile } from '#modules/files/web/index.ts';
import { ApiProblem } from '#shared/call.ts';
import { call, connectionLost, newKey } from '#web/api.ts';
import { dropKeptFile, type KeptFile, keepFile, keptFilesOf } from '#web/keptFiles.ts';
import { useLanguage } from '#web/useWords.ts';
import { type CheckIn, checkInRoutes as routes } from '../contract.ts';

interface About {
  markNumber?: number;
  takenAt: string;
  /** Once its bytes have arrived. */
  fileId?: string;
}
export type WaitingPhoto = KeptFile<About>;

/** Photos that were taken and have not arrived yet: they lie on this device and go up one by one. */
export function useWaitingPhotos(checkInId: string, show: (record: CheckIn) => void) {
  const language = useLanguage();
  const [waiting, setWaiting] = useState<readonly WaitingPhoto[]>([]);
  const mine = useRef(waiting);
  const put = useCallback((next: readonly WaitingPhoto[]) => {
    mine.current = next;
    setWaiting(next);
  }, []);
  const load = useCallback(async () => {
    const kept = await keptFilesOf<About>(checkInId);
    put(kept.toSorted((one, other) => one.more.takenAt.localeCompare(other.more.takenAt)));
  }, [checkInId, put]);
  useEffect(() => {
    void load();
  }, [load]);

  const keep = async (blob: Blob, more: About) => {
    const photo = { id: newKey(), of: checkInId, blob, more };
    await keepFile(photo);
    put([...mine.current, photo]);
  };

  /** Sends the first that waits. Says whether there was one; throws what the server or the lost connection says. */
  const sendOne = useCallback(async (): Promise<boolean> => {
    if (mine.current.length === 0) await load();
    const [photo] = mine.current;
    if (!photo) return false;
    const { markNumber, takenAt } = photo.more;
    let { fileId } = photo.more;
    if (!fileId) {
      const name = `${takenAt.slice(0, 16)}.jpg`;
      const file = new File([photo.blob], name, { type: 'image/jpeg' });
      ({ id: fileId } = await storeFile(file, language).catch(asLost));
      await keepFile({ ...photo, more: { ...photo.more, fileId } });
    }
    const body = { fileId, takenAt, ...(markNumber !== undefined && { markNumber }) };
    const asked = { params: { checkInId }, body };
    show(await call(routes.addPhoto, asked, { idempotencyKey: photo.id }));
    await dropKeptFile(photo.id);
    put(mine.current.filter(({ id }) => id !== photo.id));
    return true;
  }, [checkInId, language, load, put, show]);

  return { waiting, keep, sendOne };
}

/** `fetch` itself fails without a connection: then it is the same as with every other request. */
function asLost(thrown: unknown): never {
  if (thrown instanceof ApiProblem) throw thrown;
  throw new ApiProblem(0, { code: connectionLost, title: '' });
}
