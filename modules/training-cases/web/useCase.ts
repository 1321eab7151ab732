import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { call, reading } from '#web/api.ts';
import { useSelfSaving } from '#web/useSelfSaving.ts';
import { type TrainingCase, trainingCaseRoutes } from '../contract.ts';
import { type CasePart, caseParts } from '../lifecycle.ts';

type Texts = Record<CasePart, string>;

const textsOf = (record: TrainingCase): Texts | undefined =>
  record.steps.some(({ step, allowed }) => step === 'write' && allowed)
    ? (Object.fromEntries(caseParts.map((part) => [part, record[part]])) as Texts)
    : undefined;
const nothingMore = () => Promise.resolve(false);

/** One case at hand: what is written saves itself, and what another wrote meanwhile is never written over. */
export function useCase(trainingCaseId: string) {
  const options = useMemo(
    () => reading(trainingCaseRoutes.one, { params: { trainingCaseId } }),
    [trainingCaseId],
  );
  const { data: record, error } = useQuery(options);
  const save = useCallback(
    (body: BodyOf<typeof trainingCaseRoutes.write>, { version }: TrainingCase) =>
      call(trainingCaseRoutes.write, { params: { trainingCaseId }, body }, { version }),
    [trainingCaseId],
  );
  const written = useSelfSaving<TrainingCase, Texts>({
    key: `training-case.${trainingCaseId}`,
    ...{ queryKey: options.queryKey, record, save },
    fieldsOf: textsOf,
    sendNext: nothingMore,
  });
  return { ...written, record, error };
}
export type CaseAtHand = ReturnType<typeof useCase>;
