import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { CallInput } from '#shared/call.ts';
import type { ReplyOf, Route } from '#shared/route.ts';
import { pages, reading } from './api.ts';

/**
 * Lays what came along with another answer where its own reading looks for it, so that a page is one request and its
 * cards still read themselves anew when something of theirs changed. What was read or told stale since `askedAt` is newer.
 */
export function layingOf(client: QueryClient, askedAt: number) {
  const lay = (queryKey: QueryKey, data: unknown) => {
    const state = client.getQueryState(queryKey);
    if (state && (state.isInvalidated || state.dataUpdatedAt > askedAt)) return;
    client.setQueryData(queryKey, data);
  };
  return {
    one<R extends Route>(
      route: R,
      input: CallInput<R>,
      answer: ReplyOf<R> | null | undefined,
    ): void {
      if (answer) lay(reading(route, input).queryKey, answer);
    },
    /** The first page of a list. */
    list<R extends Route>(
      route: R,
      input: CallInput<R>,
      page: ReplyOf<R> | null | undefined,
    ): void {
      if (page) lay(pages(route, input).queryKey, { pages: [page], pageParams: [undefined] });
    },
  };
}

/** How a card reads what its page brings along: by itself only when it was told that something changed. */
export const brought = {
  refetchOnMount: ({ state }: { state: { isInvalidated: boolean } }) =>
    state.isInvalidated ? ('always' as const) : false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
};
