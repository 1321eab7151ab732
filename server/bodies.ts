import type { FastifyInstance, FastifyRequest } from 'fastify';
import { JsonFault, readJson } from '#platform/json.ts';
import { Problem } from '#platform/problem.ts';

/**
 * Only JSON, read strictly: another type is 415, which also keeps foreign forms out (D-30). Routes that take a file
 * get the bytes as they come, whatever their sender calls them.
 */
export function readBodiesStrictly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    try {
      done(null, readStrictly(bytes as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser('*', (request, payload, done) => {
    if (takesFile(request)) done(null, payload);
    else done(new Problem(415, 'media_type'));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readStrictly(bytes: Buffer): unknown {
  try {
    return bytes.length === 0 ? {} : readJson(textOf(bytes));
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { code, pointer } = error;
    throw code === 'malformed'
      ? new Problem(400, 'malformed')
      : new Problem(400, 'invalid', {}, [{ pointer, code }]);
  }
}

/** Another encoding is refused: read as UTF-8 it would lose what it says without anybody noticing. */
function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new JsonFault('malformed');
  }
}

const takesFile = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as { kind?: string }).kind === 'upload';
