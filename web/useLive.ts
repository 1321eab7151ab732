import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const longestWaitMs = 60_000;
/** What is told of one record within this time is read once. */
const gatheredMs = 40;
/** Not needed for the first view: fetched beside it. */
const renewing = () => import('./renewing.ts');

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
    const heard: string[] = [];
    const renewAll = async () => {
      gathering = undefined;
      const messages = heard.splice(0);
      const { renewHeard } = await renewing();
      renewHeard(client, messages);
    };
    const hear = ({ data }: MessageEvent<string>) => {
      heard.push(data);
      gathering ??= setTimeout(
        () => void renewAll().catch(() => client.invalidateQueries()),
        gatheredMs,
      );
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
    void renewing().catch(() => undefined);
    return () => {
      clearTimeout(waiting);
      clearTimeout(gathering);
      source?.close();
    };
  }, [client, isSignedIn]);
}
