import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform/problem.ts';

const ofItself = new Set(['/healthz', '/readyz', '/metrics']);

/** A process that carries out what is due has no business with people: whoever asks it for more is told it is not here. */
export function answerForHealthAlone(http: FastifyInstance): void {
  http.addHook('onRequest', async (request) => {
    if (!ofItself.has(request.url)) throw new Problem(404, 'not_found');
  });
}
