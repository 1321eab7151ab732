import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useWaitingPhotos } from '#modules/files/web/index.ts';
import { call, reading } from '#web/api.ts';
import { useSelfSaving } from '#web/useSelfSaving.ts';
import {
  type Answer,
  type Grade,
  type InspectionSheet,
  inspectionRoutes as routes,
  unanswered,
} from '../contract.ts';

/** Each item is a field of its own, so that two people on one sheet write over nothing but the same item. */
export interface SheetFields {
  grade: Grade | null;
  note: string;
  [item: `item ${string}`]: Answer;
}
export const fieldOf = (key: string) => `item ${key}` as const;
export const keyIn = (field: string) => field.replace(/^item /, '');

function fieldsOf({ state, grade, note, sections, answers }: InspectionSheet) {
  if (state !== 'open') return undefined;
  const given = new Map(answers.map(({ key, ...answer }) => [key, answer]));
  const fields: SheetFields = { grade, note };
  for (const { items } of sections)
    for (const { key } of items) fields[fieldOf(key)] = given.get(key) ?? unanswered;
  return fields;
}

interface About {
  itemKey: string;
  takenAt: string;
}

/** One sheet at hand: each item saves itself, photos go up one by one, and both wait for a connection. */
export function useSheet(inspectionSheetId: string) {
  const client = useQueryClient();
  const params = useMemo(() => ({ inspectionSheetId }), [inspectionSheetId]);
  const options = useMemo(() => reading(routes.read, { params }), [params]);
  const { data: record, error } = useQuery(options);
  const { queryKey } = options;
  const save = useCallback(
    (change: Partial<SheetFields>, { version, sections }: InspectionSheet) => {
      const { grade, note, ...items } = change;
      const asked = new Set(sections.flatMap((section) => section.items.map(({ key }) => key)));
      const answers = Object.entries(items)
        .map(([field, answer]) => ({ key: keyIn(field), ...(answer as Answer) }))
        // Another grade may ask for other items: what is asked no more is not sent.
        .filter(({ key }) => asked.has(key));
      const body = {
        ...(answers.length > 0 && { answers }),
        ...(grade && { grade }),
        ...(note !== undefined && { note }),
      };
      return call(routes.save, { params, body }, { version });
    },
    [params],
  );
  const photos = useWaitingPhotos<About>(
    inspectionSheetId,
    useCallback(
      async (fileId, { itemKey, takenAt }, idempotencyKey) => {
        const asked = { params, body: { fileId, itemKey, takenAt } };
        client.setQueryData(queryKey, await call(routes.addPhoto, asked, { idempotencyKey }));
      },
      [params, client, queryKey],
    ),
  );
  const { fields, hasUnsaved, soon, ...rest } = useSelfSaving<InspectionSheet, SheetFields>({
    key: `inspection.${inspectionSheetId}`,
    ...{ queryKey, record, save, fieldsOf },
    sendNext: photos.sendOne,
  });
  const answerOf = (key: string): Answer => {
    if (fields) return fields[fieldOf(key)] ?? unanswered;
    return record?.answers.find((one) => one.key === key) ?? unanswered;
  };
  return {
    ...rest,
    record,
    error,
    photos,
    answerOf,
    grade: fields ? fields.grade : (record?.grade ?? null),
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
export type SheetAtHand = ReturnType<typeof useSheet>;
