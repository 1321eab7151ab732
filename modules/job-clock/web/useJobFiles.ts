import { useCallback } from 'react';
import { useSending, useWaitingPhotos } from '#modules/files/web/index.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { useWriting } from '#web/api.ts';

interface Taken {
  takenAt: string;
  kind: 'photo' | 'document';
  caption: string;
}

/** Photos and voice notes of a job: they lie on the telephone until they are with the order, however long it has no line. */
export function useJobFiles(orderId: string) {
  const { mutateAsync: add } = useWriting(serviceOrderRoutes.addPaper);
  const { waiting, keep, sendOne, giveUp } = useWaitingPhotos<Taken>(
    `job.${orderId}`,
    useCallback(
      async (fileId, { kind, caption }) => {
        await add({ params: { orderId }, body: { fileId, kind, caption } });
      },
      [add, orderId],
    ),
  );
  return { waiting, keep, giveUp, problem: useSending(waiting.length, sendOne) };
}
export type JobFiles = ReturnType<typeof useJobFiles>;
