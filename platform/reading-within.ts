import type { ReplyOf, Route } from '#shared/route.ts';
import { allowRoute } from './actor.ts';
import type { Host } from './host.ts';
import type { Call, Handler } from './http.ts';
import { readInput } from './input.ts';
import { maskedFor } from './masking.ts';
import type { Work } from './work.ts';

/** How each host answers its reading routes; a process of tests holds several hosts. */
const readers = new WeakMap<Host, Map<string, Handler<Route>>>();

/** Notes who answers a reading route. */
export function noteReader(host: Host, route: Route, handler: Handler<Route>): void {
  const known = readers.get(host) ?? new Map<string, Handler<Route>>();
  readers.set(host, known.set(route.id, handler));
}

/**
 * What a reading route answers this caller, asked from within: the same gate, the same check of its query, the same
 * handler, so that a list taken out holds what its screen shows. @param query as in an address, all of it text
 */
export async function answerOf<R extends Route>(
  route: R,
  work: Work,
  query: Readonly<Record<string, string>>,
  call: Call,
): Promise<ReplyOf<R>> {
  allowRoute(work.actor, route, work.now);
  const handler = readers.get(call.host)?.get(route.id);
  if (!handler) throw new Error(`${route.id} answers no reading`);
  const input = readInput(route, { params: {}, query, body: {} });
  return maskedFor(work.actor, route, (await handler(work, input, call)) as ReplyOf<R>);
}
