import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const longestWaitMs = 60_000;

/** `serviceOrder` is read under `/service-orders`. */
const resourceNamed = (type: string): string => {
  const name = type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
};

/** What a message names: `{"type":"customer",…}`, or a list of such. */
function resourcesIn(data: string): string[] {
  try {
    const told = [JSON.parse(data)].flat() as { type?: string }[];
    return told.flatMap(({ type }) => (type ? [resourceNamed(type)] : []));
  } catch {
    return [];
  }
}

const isFollowing = (meta: { follows?: unknown } | undefined, resource: string): boolean =>
  Array.isArray(meta?.follows) && meta.follows.includes(resource);

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
    let waitMs = 1000;
    let hadGap = false;
    const hear = ({ data }: MessageEvent<string>) => {
      for (const resource of resourcesIn(data)) {
        void client.invalidateQueries({ queryKey: [resource] });
        void client.invalidateQueries({ predicate: ({ meta }) => isFollowing(meta, resource) });
      }
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
      source?.close();
    };
  }, [client, isSignedIn]);
}
