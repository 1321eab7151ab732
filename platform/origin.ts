import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A write that a browser sends from another site is refused (D-60): by what the browser says of itself, else by
 * its Origin. Programs send neither and are not bound to cookies.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (safe.has(request.method) || request.headers.authorization) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw new Problem(403, 'foreign_origin');
  }
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const own = origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
  if (!own) throw new Problem(403, 'foreign_origin');
}
