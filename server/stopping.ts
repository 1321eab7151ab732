import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform/problem.ts';

const drainMs = 25_000;
/** So long an answer tells connections in use that they end: cut at once, a request on its way would be lost (G-06). */
const farewellMs = 500;

/**
 * A stop lets nobody down (D-83): what is under way is answered and its connection closed after that; what comes now
 * is told to come again; a client that neither reads nor leaves is cut off after 25 seconds.
 */
export function drainWhenStopping(http: FastifyInstance): void {
  let isStopping = false;
  http.addHook('preClose', async () => {
    isStopping = true;
    setTimeout(() => http.server.closeAllConnections(), drainMs).unref();
    for (let left = farewellMs; left > 0 && (await isConnected(http.server)); left -= 50) {
      await sleep(50);
    }
  });
  http.addHook('onRequest', async () => {
    if (isStopping) throw new Problem(503, 'stopping');
  });
  http.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
}

const isConnected = (server: Server): Promise<boolean> =>
  new Promise((resolve) => server.getConnections((_error, count) => resolve(count > 0)));
