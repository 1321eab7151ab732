import type { FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';

const askers = new WeakMap<FastifyRequest, string>();

/** Remembers who asks, for the line that is written if he is refused. */
export const askedBy = (request: FastifyRequest, actorId: string): void => {
  askers.set(request, actorId);
};

/** What someone who watches over the house wants to see: guesses, reaching for what is not one’s own, floods. */
const watched = new Set([403, 429]);
const watchedCodes = new Set(['wrong_login', 'second_factor_wrong']);

/** A line of the security stream (D-72): who, from where, which route, why not. Ids only. */
export function logRefusal(request: FastifyRequest, problem: Problem): void {
  if (!watched.has(problem.status) && !watchedCodes.has(problem.code)) return;
  const { routeId } = request.routeOptions.config as { routeId?: string };
  request.log.warn(
    {
      stream: 'security',
      code: problem.code,
      status: problem.status,
      route: routeId ?? 'other',
      actor: askers.get(request) ?? 'nobody',
      address: request.ip,
    },
    'refused',
  );
}
