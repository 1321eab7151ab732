import { useInfiniteQuery } from '@tanstack/react-query';
import { pages } from '#web/api.ts';
import type { Rows } from '#web/useRows.ts';
import { type DueFollowUp, followUpRoutes } from '../contract.ts';

/** The day list page after page, with how many talks were had today. */
export function useDueList(mine: boolean): { list: Rows<DueFollowUp>; doneToday: number } {
  const read = useInfiniteQuery(pages(followUpRoutes.due, { query: { mine, limit: 100 } }));
  const parts = read.data?.pages ?? [];
  return {
    doneToday: parts[0]?.doneToday ?? 0,
    list: {
      rows: parts.flatMap(({ items }) => items),
      isLoading: read.isPending,
      problem: read.error as Rows<DueFollowUp>['problem'],
      readAgain: () => void read.refetch(),
      more: read.hasNextPage
        ? { load: () => void read.fetchNextPage(), isLoading: read.isFetchingNextPage }
        : undefined,
    },
  };
}
