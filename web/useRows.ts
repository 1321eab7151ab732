import { useInfiniteQuery } from '@tanstack/react-query';
import type { ApiProblem, CallInput } from '#shared/call.ts';
import type { ReplyOf, Route } from '#shared/route.ts';
import { pages } from './api.ts';
import type { brought } from './brought.ts';

type RowOf<R extends Route> = ReplyOf<R> extends { items: readonly (infer Row)[] } ? Row : never;

/** The state of a list, as ResourceTable takes it. */
export interface Rows<Row> {
  rows: readonly Row[];
  isLoading: boolean;
  problem: ApiProblem | null;
  readAgain: () => void;
  /** Which list under which filter: what stands at every list (to take it out) works with it. */
  asked?: { route: Route; query: object };
  /** Absent when everything has been read. */
  more?: { load: () => void; isLoading: boolean };
}

/** All pages of a keyset list read so far, end to end; `manner` where its page brings the first one along, or where it follows other records. */
export function useRows<R extends Route>(
  route: R,
  input: CallInput<R>,
  manner?: Partial<typeof brought> & { meta?: { follows: readonly string[] } },
): Rows<RowOf<R>> {
  const list = useInfiniteQuery({ ...pages(route, input), ...manner });
  const read = (list.data?.pages ?? []) as { items: readonly RowOf<R>[] }[];
  return {
    rows: read.flatMap((page) => page.items),
    isLoading: list.isPending,
    problem: list.error as ApiProblem | null,
    readAgain: () => void list.refetch(),
    asked: { route, query: (input as { query?: object }).query ?? {} },
    more: list.hasNextPage
      ? { load: () => void list.fetchNextPage(), isLoading: list.isFetchingNextPage }
      : undefined,
  };
}
