import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useWaitingPhotos } from '#modules/files/web/index.ts';
import { call, reading } from '#web/api.ts';
import { useSelfSaving } from '#web/useSelfSaving.ts';
import {
  type CheckIn,
  type CheckInChange,
  type CheckInContent,
  checkInRoutes as routes,
} from '../contract.ts';

const contentOf = ({ state, content }: CheckIn): CheckInContent | undefined =>
  state === 'open' ? content : undefined;

interface About {
  markNumber?: number;
  takenAt: string;
}

/** One check-in at hand: each field saves itself, photos go up one by one, and both wait for a connection. */
export function useCheckIn(checkInId: string) {
  const client = useQueryClient();
  const options = useMemo(() => reading(routes.read, { params: { checkInId } }), [checkInId]);
  const { data: record, error } = useQuery(options);
  const { queryKey } = options;
  const save = useCallback(
    (body: CheckInChange, { version }: CheckIn) =>
      call(routes.save, { params: { checkInId }, body }, { version }),
    [checkInId],
  );
  const photos = useWaitingPhotos<About>(
    checkInId,
    useCallback(
      async (fileId, { markNumber, takenAt }, idempotencyKey) => {
        const body = { fileId, takenAt, ...(markNumber !== undefined && { markNumber }) };
        const asked = { params: { checkInId }, body };
        client.setQueryData(queryKey, await call(routes.addPhoto, asked, { idempotencyKey }));
      },
      [checkInId, client, queryKey],
    ),
  );
  const written = useSelfSaving<CheckIn, CheckInContent>({
    key: `check-in.${checkInId}`,
    ...{ queryKey, record, save },
    fieldsOf: contentOf,
    sendNext: photos.sendOne,
  });
  const { fields, hasUnsaved, soon, ...rest } = written;
  return {
    ...rest,
    record,
    error,
    content: fields ?? record?.content,
    photos,
    /** Nothing waits on this device any more. */
    isSaved: !hasUnsaved && photos.waiting.length === 0,
    hasUnsavedText: hasUnsaved,
    takePhoto: async (blob: Blob, about: About) => {
      await photos.keep(blob, about);
      soon(0);
    },
  };
}
export type CheckInAtHand = ReturnType<typeof useCheckIn>;
