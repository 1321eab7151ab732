import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { call, reading } from '#web/api.ts';
import { useSelfSaving } from '#web/useSelfSaving.ts';
import { type Brief, briefRoutes } from '../contract.ts';

export const texts = ['summary', 'problems', 'plan'] as const;
type Texts = Record<(typeof texts)[number], string>;

const textsOf = ({ steps, summary, problems, plan }: Brief): Texts | undefined =>
  steps.some(({ step, allowed }) => step === 'write' && allowed)
    ? { summary, problems, plan }
    : undefined;
const nothingMore = () => Promise.resolve(false);

/** One brief at hand: what is written saves itself, and what another tab wrote is never written over. */
export function useBrief(briefId: string) {
  const options = useMemo(() => reading(briefRoutes.one, { params: { briefId } }), [briefId]);
  const { data: record, error } = useQuery(options);
  const save = useCallback(
    (body: BodyOf<typeof briefRoutes.write>, { version }: Brief) =>
      call(briefRoutes.write, { params: { briefId }, body }, { version }),
    [briefId],
  );
  const written = useSelfSaving<Brief, Texts>({
    key: `brief.${briefId}`,
    ...{ queryKey: options.queryKey, record, save },
    fieldsOf: textsOf,
    sendNext: nothingMore,
  });
  return { ...written, record, error };
}
export type BriefAtHand = ReturnType<typeof useBrief>;
