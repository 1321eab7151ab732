import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useWaitingPhotos } from '#modules/files/web/index.ts';
import { call, reading } from '#web/api.ts';
import { useSelfSaving } from '#web/useSelfSaving.ts';
import {
  type Answer,
  type DeliveryPack,
  type Precaution,
  deliveryRoutes as routes,
  unanswered,
} from '../contract.ts';

/** Each item is a field of its own, so that two people on one delivery write over nothing but the same item. */
export interface PackFields {
  precautions: readonly Precaution[];
  oldParts: DeliveryPack['oldParts'];
  mileageKm: number | null;
  note: string;
  [item: `item ${string}`]: Answer;
}
export const fieldOf = (key: string) => `item ${key}` as const;
export const keyIn = (field: string) => field.replace(/^item /, '');

function fieldsOf(pack: DeliveryPack): PackFields | undefined {
  if (pack.state === 'signed') return undefined;
  const { items, answers, precautions, oldParts, mileageKm, note } = pack;
  const given = new Map(
    answers.map(({ key, result, note: said }) => [key, { result, note: said }]),
  );
  const fields: PackFields = { precautions, oldParts, mileageKm, note };
  for (const { key } of items) fields[fieldOf(key)] = given.get(key) ?? unanswered;
  return fields;
}

interface About {
  itemKey: string;
  takenAt: string;
}

/** One delivery at hand: each item saves itself, photos go up one by one, and both wait for a connection. */
export function usePack(deliveryPackId: string) {
  const client = useQueryClient();
  const params = useMemo(() => ({ deliveryPackId }), [deliveryPackId]);
  const options = useMemo(() => reading(routes.read, { params }), [params]);
  const { data: record, error } = useQuery(options);
  const { queryKey } = options;
  const save = useCallback(
    (change: Partial<PackFields>, { version }: DeliveryPack) => {
      const { precautions, oldParts, mileageKm, note, ...items } = change;
      const answers = Object.entries(items).map(([field, answer]) => ({
        key: keyIn(field),
        ...(answer as Answer),
      }));
      const body = {
        ...(answers.length > 0 && { answers }),
        ...(precautions && { precautions: [...precautions] }),
        ...(oldParts && { oldParts }),
        ...(typeof mileageKm === 'number' && { mileageKm }),
        ...(note !== undefined && { note }),
      };
      return call(routes.save, { params, body }, { version });
    },
    [params],
  );
  const photos = useWaitingPhotos<About>(
    deliveryPackId,
    useCallback(
      async (fileId, { itemKey, takenAt }, idempotencyKey) => {
        const asked = { params, body: { fileId, itemKey, takenAt } };
        client.setQueryData(queryKey, await call(routes.addPhoto, asked, { idempotencyKey }));
      },
      [params, client, queryKey],
    ),
  );
  const { fields, hasUnsaved, soon, ...rest } = useSelfSaving<DeliveryPack, PackFields>({
    key: `delivery.${deliveryPackId}`,
    ...{ queryKey, record, save, fieldsOf },
    sendNext: photos.sendOne,
  });
  const answerOf = (key: string): Answer => {
    if (fields) return fields[fieldOf(key)] ?? unanswered;
    return record?.answers.find((one) => one.key === key) ?? unanswered;
  };
  const hasPhoto = (key: string) =>
    photos.waiting.some(({ more }) => more.itemKey === key) ||
    (record?.photos.some(({ itemKey }) => itemKey === key) ?? false);
  return {
    ...rest,
    record,
    error,
    photos,
    answerOf,
    hasPhoto,
    precautions: fields?.precautions ?? record?.precautions ?? [],
    oldParts: fields ? fields.oldParts : (record?.oldParts ?? null),
    mileageKm: fields ? fields.mileageKm : (record?.mileageKm ?? null),
    note: fields ? fields.note : (record?.note ?? ''),
    /** Nothing waits on this device any more. */
    isSaved: !hasUnsaved && photos.waiting.length === 0,
    hasUnsaved,
    takePhoto: async (blob: Blob, about: About) => {
      await photos.keep(blob, about);
      soon(0);
    },
  };
}
export type PackAtHand = ReturnType<typeof usePack>;
