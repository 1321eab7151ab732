import { useCallback, useRef, useState } from 'react';
import { useSending, useWaitingPhotos } from '#modules/files/web/index.ts';
import { keepText, keptText } from '#web/useDraft.ts';

/**
 * Photos of a handover that is not sent yet: what is taken lies on this device and goes up by itself, now or when there is
 * a connection again; a reload loses none. @param keptAs which handover, on this device
 */
export function useHandoverPhotos(keptAs: string) {
  const key = `handover.${keptAs}`;
  const [arrived, setArrived] = useState<readonly string[]>(() => keptText<string[]>(key) ?? []);
  const now = useRef(arrived);
  const put = useCallback(
    (next: readonly string[]) => {
      now.current = next;
      setArrived(next);
      keepText(key, next.length > 0 ? next : undefined);
    },
    [key],
  );
  const { waiting, keep, sendOne } = useWaitingPhotos<{ takenAt: string }>(
    key,
    useCallback(
      async (fileId) => {
        if (!now.current.includes(fileId)) put([...now.current, fileId]);
      },
      [put],
    ),
  );
  const problem = useSending(waiting.length, sendOne);
  return {
    arrived,
    waiting,
    problem,
    take: (picture: Blob, takenAt: string) => keep(picture, { takenAt }),
    leaveOut: (fileId: string) => put(now.current.filter((one) => one !== fileId)),
    /** The handover is on record: nothing of it is kept here any more. */
    forget: () => put([]),
  };
}
export type HandoverPhotoQueue = ReturnType<typeof useHandoverPhotos>;
