import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform/problem.ts';

const drainMs = 25_000;

/**
 * A stop lets nobody down (D-83): what is under way is answered and its connection closed after that; what comes now
 * is told to come again; a client that neither reads nor leaves is cut off after 25 seconds.
 */
export function drainWhenStopping(http: FastifyInstance): void {
  let isStopping = false;
  http.addHook('preClose', async () => {
    isStopping = true;
    setTimeout(() => http.server.closeAllConnections(), drainMs).unref();
  });
  http.addHook('onRequest', async () => {
    if (isStopping) throw new Problem(503, 'stopping');
  });
  http.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
}
