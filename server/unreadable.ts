import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';
import { fixedHeaders, responseWithHeaders } from '#platform/headers.ts';
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

/** What cannot be read as a request is refused in the same words and with the same headers as anything else (D-33, D-62). */
export const refuseUnreadable = (
  publicUrl: string,
): Pick<FastifyHttpOptions<Server>, 'http' | 'frameworkErrors' | 'clientErrorHandler'> => ({
  http: { ...patience, ServerResponse: responseWithHeaders(publicUrl) as never },
  frameworkErrors: (error, request, reply) => {
    sendProblem(toProblem(error), request, reply);
  },
  clientErrorHandler: (error, socket) => {
    const underWay = (socket as Socket & { _httpMessage?: { headersSent: boolean } })._httpMessage;
    const isLost = error.code === 'ECONNRESET' || !socket.writable || underWay?.headersSent;
    if (isLost) return void socket.destroy();
    const [status, code] = byCode[error.code] ?? [400, 'malformed'];
    socket.end(answerText(new Problem(status, code), publicUrl), () => socket.destroy());
  },
});

function answerText(problem: Problem, publicUrl: string): string {
  const body = JSON.stringify(problemBody(problem, 'zh-CN', randomUUID()));
  const headers = Object.entries(fixedHeaders(publicUrl)).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    ...headers,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
