import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#platform/problem.ts';

/** Milliseconds that one request may take, by what it waits for (D-17). */
export interface Deadlines {
  /** From the head of a request to the last byte of its JSON. */
  body: number;
  /** From there to the answer's first byte. */
  answer: number;
  /** The same for what costs a worker's time: paper, exports, event streams that do not open. */
  heavyAnswer: number;
}

const usual: Deadlines = { body: 30_000, answer: 10_000, heavyAnswer: 60_000 };

/** How long a whole upload may come in: 20 MiB over a line of 280 kbit/s. The wire itself ends what is slower. */
export const uploadMs = 600_000;

const told = { 408: 'too_slow', 503: 'busy' } as const;

interface Bound {
  routeId?: string;
  kind?: string;
  rate?: string;
}

/**
 * Nobody waits for ever: who sends too slowly is told 408, who asked for what takes too long 503. What was begun and
 * cannot be told any more is not kept (`platform/http.ts` looks before it commits).
 */
export function keepDeadlines(http: FastifyInstance, allowed: Deadlines = usual): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  // Who is late is rare: what he is told is made then, since an error with its stack costs more than the timer.
  const until = (
    request: FastifyRequest,
    reply: FastifyReply,
    ms: number,
    late: keyof typeof told,
  ) => {
    clearTimeout(timers.get(request));
    const tell = () => {
      if (reply.sent || reply.raw.headersSent) return;
      if (late === 408) reply.header('connection', 'close');
      reply.send(new Problem(late, told[late]));
    };
    timers.set(request, setTimeout(tell, ms));
  };
  const over = async (request: FastifyRequest) => clearTimeout(timers.get(request));

  http.addHook('onRequest', async (request, reply) => {
    if (bringsBody(request) && !takesItsTime(request)) until(request, reply, allowed.body, 408);
  });
  http.addHook('preHandler', async (request, reply) => {
    if (takesItsTime(request)) return;
    const { kind, rate } = boundTo(request);
    const isHeavy = rate === 'heavy' || kind === 'stream';
    const ms = isHeavy ? allowed.heavyAnswer : allowed.answer;
    until(request, reply, ms, 503);
  });
  http.addHook('onResponse', over);
  http.addHook('onRequestAbort', over);
}

const boundTo = (request: FastifyRequest) => request.routeOptions.config as Bound;

const bringsBody = ({ headers }: FastifyRequest): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

/** Uploads, which the wire limits, and what is no route of a contract. */
const takesItsTime = (request: FastifyRequest): boolean =>
  boundTo(request).routeId === undefined || boundTo(request).kind === 'upload';
