import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { BodyOf } from '#shared/route.ts';
import { call, reading } from '#web/api.ts';
import { useSelfSaving } from '#web/useSelfSaving.ts';
import { type Report, reportRoutes } from '../contract.ts';

export const texts = ['summary', 'overdueWords', 'plan'] as const;
type Texts = Record<(typeof texts)[number], string>;

const textsOf = ({ steps, summary, overdueWords, plan }: Report): Texts | undefined =>
  steps.some(({ step, allowed }) => step === 'write' && allowed)
    ? { summary, overdueWords, plan }
    : undefined;
const nothingMore = () => Promise.resolve(false);

/** One report at hand: words save themselves while it has not gone. */
export function useReport(complaintReportId: string) {
  const params = useMemo(() => ({ complaintReportId }), [complaintReportId]);
  const options = useMemo(() => reading(reportRoutes.one, { params }), [params]);
  const { data: record, error } = useQuery(options);
  const save = useCallback(
    (body: BodyOf<typeof reportRoutes.write>, { version }: Report) =>
      call(reportRoutes.write, { params, body }, { version }),
    [params],
  );
  const written = useSelfSaving<Report, Texts>({
    key: `complaintReport.${complaintReportId}`,
    ...{ queryKey: options.queryKey, record, save },
    fieldsOf: textsOf,
    sendNext: nothingMore,
  });
  return { ...written, record, error };
}
export type ReportAtHand = ReturnType<typeof useReport>;
