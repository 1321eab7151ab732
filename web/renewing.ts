import type { Query, QueryClient } from '@tanstack/react-query';
import { mayPass, type Patch, waitBefore } from './api.ts';

/** `serviceOrder` is read under `/service-orders`. */
const resourceNamed = (type: string): string => {
  const name = type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
};

export interface Told {
  type: string;
  id?: string;
}

/** What a message names: `{"type":"customer",…}`, or a list of such. */
export function toldIn(data: string): Told[] {
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

/**
 * How an open list renews one of its records alone. Not while the whole list is on its way: what that brings may have been
 * read before the change, so it is asked for anew.
 */
function patchFor(query: Query, type: string): Patch<unknown> | undefined {
  const patch = query.meta?.patch as Patch<unknown> | undefined;
  const isAtRest = query.state.data !== undefined && query.state.fetchStatus === 'idle';
  return patch?.of === type && query.isActive() && isAtRest ? patch : undefined;
}

/** The latest turn of each record in each list: two answers may come in the other order than they were asked for. */
const turns = new WeakMap<Query, Map<string, number>>();

function isLatestFor(query: Query, id: string): () => boolean {
  const ofQuery = turns.get(query) ?? new Map<string, number>();
  turns.set(query, ofQuery);
  const mine = (ofQuery.get(id) ?? 0) + 1;
  ofQuery.set(id, mine);
  return () => ofQuery.get(id) === mine;
}

const mostTries = 5;

/**
 * Asks again a little later where the server is busy for a moment: else every open board would read the whole just then, and
 * keep it busy. Gives up after some tries, or where `isWanted` says no.
 */
export async function askedAgain<Reply>(
  ask: () => Promise<Reply>,
  isWanted: () => boolean = () => true,
): Promise<Reply> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask();
    } catch (thrown) {
      if (!mayPass(thrown) || attempt >= mostTries || !isWanted()) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, waitBefore(attempt, thrown)));
    }
  }
}

/** Renews what the messages of a moment name, each record once. */
export function renewHeard(client: QueryClient, messages: readonly string[]): void {
  const told = messages.flatMap(toldIn);
  const once = new Map(told.map((one) => [`${one.type} ${one.id ?? ''}`, one]));
  for (const one of once.values()) renew(client, one);
}

/** Makes stale what shows the record; a long list that is on the screen reads that record alone. */
export function renew(client: QueryClient, { type, id }: Told): void {
  const resource = resourceNamed(type);
  for (const query of client.getQueryCache().findAll()) {
    if (!shows(query, resource)) continue;
    const { queryKey } = query;
    const patch = id === undefined ? undefined : patchFor(query, type);
    const readWhole = () => void client.invalidateQueries({ queryKey, exact: true });
    if (!patch || id === undefined) {
      readWhole();
      continue;
    }
    const isLatest = isLatestFor(query, id);
    askedAgain(() => patch.renew(id), isLatest).then(
      (change) => {
        if (!isLatest()) return;
        if (query.state.fetchStatus === 'fetching') readWhole();
        else client.setQueryData(queryKey, change as never);
      },
      () => isLatest() && readWhole(),
    );
  }
}
