import type { FastifyReply, FastifyRequest } from 'fastify';
import { rangeOf } from '#platform/byte-range.ts';
import { disposition } from '#platform/disposition.ts';
import type { Host } from '#platform/host.ts';
import type { FileRow } from './queries.ts';

/** What a browser may show in the page; anything else is only ever saved (D-51). */
const shownInPage = new Set(['image/jpeg', 'application/pdf']);

interface To {
  host: Host;
  tenantId: string;
  request: FastifyRequest;
  reply: FastifyReply;
  /** How long a browser may keep it; a file never changes. */
  cache?: string;
}

const forGood = 'private, max-age=31536000, immutable';

/** A file's bytes, or the range that is asked for, to a caller who was found to see it. */
export function sendFile(file: FileRow, to: To): FastifyReply {
  const { host, tenantId, request, reply, cache = forGood } = to;
  const size = file.sizeBytes!;
  const range = rangeOf(request.headers.range, size);
  const kind = shownInPage.has(file.contentType!) ? 'inline' : 'attachment';
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  return reply
    .type(file.contentType!)
    .header('accept-ranges', 'bytes')
    .header('content-length', range ? range.end - range.start + 1 : size)
    .header('content-disposition', disposition(kind, file.fileName))
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', cache)
    .send(host.files.read(tenantId, file.sha256!, range));
}
