import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';
import { Problem, toProblem } from '#platform/problem.ts';
import { problemBody, sendProblem } from '#platform/problem-reply.ts';

/**
 * How long a sender may take for the head of a request, and how often that is looked at: a line that only trickles
 * holds a connection for seconds, not for ever.
 */
const patience = { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 };

const byCode: Record<string, [number, string]> = {
  HPE_HEADER_OVERFLOW: [431, 'too_large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'too_large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too_slow'],
};

/** What cannot be read as a request at all is refused in the same words as anything else (D-33). */
export const refuseUnreadable: Pick<
  FastifyHttpOptions<Server>,
  'http' | 'frameworkErrors' | 'clientErrorHandler'
> = {
  http: patience,
  frameworkErrors: (error, request, reply) => {
    sendProblem(toProblem(error), request, reply);
  },
  clientErrorHandler: (error, socket) => {
    const underWay = (socket as Socket & { _httpMessage?: { headersSent: boolean } })._httpMessage;
    const isLost = error.code === 'ECONNRESET' || !socket.writable || underWay?.headersSent;
    if (isLost) return void socket.destroy();
    const [status, code] = byCode[error.code] ?? [400, 'malformed'];
    socket.end(answerText(new Problem(status, code)), () => socket.destroy());
  },
};

function answerText(problem: Problem): string {
  const body = JSON.stringify(problemBody(problem, 'zh-CN', randomUUID()));
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
