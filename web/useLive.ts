import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Patch } from './api.ts';

const longestWaitMs = 60_000;
/** What is told of one record within this time is read once. */
const gatheredMs = 40;

/** `serviceOrder` is read under `/service-orders`. */
const resourceNamed = (type: string): string => {
  const name = type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
};

interface Told {
  type: string;
  id?: string;
}

/** What a message names: `{"type":"customer",…}`, or a list of such. */
function toldIn(data: string): Told[] {
  try {
    return ([JSON.parse(data)].flat() as Partial<Told>[]).flatMap(({ type, id }) =>
      type ? [{ type, id }] : [],
    );
  } catch {
    return [];
  }
}

/** Whether a reading shows records of this resource: its own, or one that it follows. */
function shows({ queryKey, meta }: Query, resource: string): boolean {
  const follows = meta?.follows;
  return queryKey[0] === resource || (Array.isArray(follows) && follows.includes(resource));
}

/** How an open list renews one of its records alone. */
function patchFor(query: Query, type: string): Patch<unknown> | undefined {
  const patch = query.meta?.patch as Patch<unknown> | undefined;
  return patch?.of === type && query.isActive() && query.state.data !== undefined
    ? patch
    : undefined;
}

/** Makes stale what shows the record; a long list that is on the screen reads that record alone. */
function renew(client: QueryClient, { type, id }: Told): void {
  const resource = resourceNamed(type);
  for (const query of client.getQueryCache().findAll()) {
    if (!shows(query, resource)) continue;
    const { queryKey } = query;
    const patch = id === undefined ? undefined : patchFor(query, type);
    const readWhole = () => void client.invalidateQueries({ queryKey, exact: true });
    if (!patch || id === undefined) readWhole();
    else
      patch.renew(id).then((change) => client.setQueryData(queryKey, change as never), readWhole);
  }
}

/**
 * Listens to `/api/v1/events` and makes stale what colleagues changed, so that every open screen follows.
 * The browser reconnects by itself after a broken line; after a refusal it gives up, so we begin anew, waiting
 * twice as long each time. After any gap everything on screen is read again: nobody knows what was missed.
 */
export function useLive(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    let source: EventSource | undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let waitMs = 1000;
    let hadGap = false;
    const gathered = new Map<string, Told>();
    const renewAll = () => {
      const all = [...gathered.values()];
      gathered.clear();
      gathering = undefined;
      for (const told of all) renew(client, told);
    };
    const hear = ({ data }: MessageEvent<string>) => {
      for (const told of toldIn(data)) gathered.set(`${told.type} ${told.id ?? ''}`, told);
      gathering ??= setTimeout(renewAll, gatheredMs);
    };
    const open = () => {
      source = new EventSource('/api/v1/events');
      source.addEventListener('message', hear);
      source.addEventListener('changed', hear);
      source.onopen = () => {
        if (hadGap) void client.invalidateQueries();
        hadGap = false;
        waitMs = 1000;
      };
      source.onerror = () => {
        hadGap = true;
        if (source?.readyState !== EventSource.CLOSED) return;
        waiting = setTimeout(open, waitMs);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
      };
    };
    open();
    return () => {
      clearTimeout(waiting);
      clearTimeout(gathering);
      source?.close();
    };
  }, [client, isSignedIn]);
}
