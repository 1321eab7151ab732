import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readJsonBody } from '#platform/json-body.ts';
import { Problem } from '#platform/problem.ts';

/**
 * Only JSON, read strictly: another type is 415, which also keeps foreign forms out (D-30). Routes that take a file
 * get the bytes as they come, whatever their sender calls them; a signed body stays the bytes that were signed.
 */
export function readBodiesStrictly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      done(null, kindOf(request) === 'signed' ? bytes : readJsonBody(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser('*', (request, payload, done) => {
    if (kindOf(request) === 'upload') done(null, payload);
    else done(new Problem(415, 'media_type'));
  });
}

const kindOf = (request: FastifyRequest): string | undefined =>
  (request.routeOptions.config as { kind?: string }).kind;
