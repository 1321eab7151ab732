import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InputOf, ReplyOf, Route, Routes } from '#shared/route.ts';
import { type Actor, actingBy, allowRoute, refuseOther } from './actor.ts';
import {
  mustBeOnRecord,
  noteReading,
  recordEmergencyReading,
  recordReading,
  tellOfReading,
} from './audit/readings.ts';
import { guessing } from './guesses.ts';
import type { Host } from './host.ts';
import { type Kept, keepRefusal, onlyOnce } from './idempotency.ts';
import { checkOf, readInput } from './input.ts';
import { maskedFor } from './masking.ts';
import { methodsByAddress } from './methods.ts';
import { refuseForeignOrigin } from './origin.ts';
import { Problem, toProblem } from './problem.ts';
import { problemBody, sendProblem } from './problem-reply.ts';
import { HeavyRate } from './rate.ts';
import { ReadingCounts } from './reading-budget.ts';
import { noteReader } from './reading-within.ts';
import { askedBy, logRefusal } from './security-log.ts';
import { traced } from './trace.ts';
import { type Language, languageOf } from './words.ts';
import { type Meter, readingWork, type Work, writingWork } from './work.ts';

/** What a handler may know of the conversation besides its input. */
export interface Call {
  host: Host;
  request: FastifyRequest;
  reply: FastifyReply;
  language: Language;
  /** From `If-Match`: the version that the caller has seen. */
  expectedVersion: number | undefined;
  /** A transaction of its own, for routes that first take in a stream. */
  writing<Result>(body: (work: Work) => Promise<Result>): Promise<Result>;
  /** The same once for the caller's idempotency key, if he gave one; `facts` tell what he sent (D-20). */
  once<Result>(facts: unknown, body: (work: Work) => Promise<Result>): Promise<Result>;
}

export type Handler<R extends Route> = (
  work: Work,
  input: InputOf<R>,
  call: Call,
) => Promise<ReplyOf<R> | FastifyReply>;
export type Handlers<R extends Routes> = { [Name in keyof R]: Handler<R[Name]> };

type PublicHandler<R extends Route> = (
  call: Omit<Call, 'writing' | 'once' | 'expectedVersion'>,
  input: InputOf<R>,
) => Promise<ReplyOf<R> | FastifyReply>;
export type PublicHandlers<R extends Routes> = { [Name in keyof R]: PublicHandler<R[Name]> };

/** Every route that is served, in one table: OpenAPI, the authorization tests and the metrics are made from it. */
const table = new Map<string, Route>();
/** All routes that are served so far. */
export const routeTable = (): readonly Route[] => [...table.values()];

/** Puts a module's contract on the wire. A contract route without a handler does not compile. */
export function serve<R extends Routes>(
  app: FastifyInstance,
  host: Host,
  routes: R,
  handlers: Handlers<R>,
): void {
  for (const [name, route] of Object.entries(routes)) {
    if (route.access === 'public')
      throw new Error(`${route.id}: public routes are served by servePublic`);
    const handler = handlers[name as keyof R] as Handler<Route>;
    if (route.method === 'GET' && route.kind === 'json') noteReader(host, route, handler);
    bind(app, route, async (request, reply) => {
      const isForLinks = route.access.startsWith('link:');
      const asker = await (isForLinks ? host.whoHolds(request, route) : host.whoAsks(request));
      const actor = actingBy(asker, route);
      askedBy(request, actor.id);
      refuseForeignOrigin(request, host.publicUrl);
      allowRoute(actor, route, host.clock.now(actor.tenantId));
      if (isForLinks) refuseOther(actor, route, request.params as Record<string, string>);
      if (route.rate === 'heavy') heavy.countOrRefuse(actor.id, performance.now());
      const act = () => answer(host, route, handler, actor, request, reply);
      await (route.rate === 'secret' ? guessingBy(host, actor, act) : act());
    });
  }
}

/** Routes without a login: setup, login, health, what is published. */
export function servePublic<R extends Routes>(
  app: FastifyInstance,
  host: Host,
  routes: R,
  handlers: PublicHandlers<R>,
): void {
  for (const [name, route] of Object.entries(routes)) {
    const handler = handlers[name as keyof R] as PublicHandler<Route>;
    bind(app, route, async (request, reply) => {
      refuseForeignOrigin(request, host.publicUrl);
      const input = readInput(route, request as never);
      const language = languageOf(request.headers['accept-language']);
      const answered = await handler({ host, request, reply, language }, input);
      if (!reply.sent)
        await send(host, route, reply, { status: route.status, headers: {}, body: answered });
    });
  }
}

function bind(
  app: FastifyInstance,
  route: Route,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  if (table.has(route.id) && table.get(route.id) !== route)
    throw new Error(`two routes are called ${route.id}`);
  table.set(route.id, route);
  checkOf(route.params);
  checkOf(route.query);
  checkOf(route.body);
  app.route({
    method: route.method,
    url: `/api/v1${route.path}`,
    config: { routeId: route.id, kind: route.kind, rate: route.rate },
    ...(route.kind !== 'stream' && { schema: { response: { [route.status]: route.reply } } }),
    ...(route.audit === 'read' && { onSend: recordReading }),
    handler: async (request, reply) => {
      await traced('request', route.id, () => handler(request, reply));
      return reply;
    },
  });
}

const heavy = new HeavyRate();
const reads = new ReadingCounts();

/** Who is signed in may still guess: at the password of the session's owner, at a code (G-46). */
function guessingBy<Result>(host: Host, actor: Actor, look: () => Promise<Result>) {
  const now = host.clock.now(actor.tenantId);
  const secret = { key: `by:${actor.tenantId}:${actor.id}`, now };
  return guessing(host.database, secret, [], now, look);
}

async function answer(
  host: Host,
  route: Route,
  handler: Handler<Route>,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const input = readInput(route, request as never);
  const meter: Meter = { statements: 0, changes: 0, entries: 0 };
  const now = host.clock.now(actor.tenantId);
  const { secrets } = host;
  const setting = { actor, now, requestId: request.id, via: route.id, secrets, meter };
  const writing = <Result>(body: (work: Work) => Promise<Result>) =>
    writingWork(host.database, setting, body, host.live.tell);
  const language = languageOf(request.headers['accept-language']);
  const expectedVersion = expectedOf(route, request);
  const key = request.headers['idempotency-key'];
  const once = async <Result>(facts: unknown, body: (work: Work) => Promise<Result>) => {
    if (key === undefined) return writing(body);
    const submission = { key: checkedKey(key), route: route.id, body: facts };
    const act = async (work: Work) => ({
      status: route.status,
      headers: {},
      body: await body(work),
    });
    const outcome = await writing((work) => onlyOnce(work, submission, () => act(work)));
    if (outcome.replayed) reply.header('idempotency-replayed', 'true');
    return outcome.body as Result;
  };
  const call: Call = { host, request, reply, language, expectedVersion, writing, once };
  if (route.method === 'GET' || route.kind === 'upload' || route.writesItself) {
    const reading = { host, route, setting, params: input.params as never };
    if (route.audit === 'read') noteReading(request, reading);
    reads.refuseBeyond(actor, route, input.query as object, now);
    const source = route.mayLag ? host.figures : host.database;
    const made = await handler(readingWork(source, setting), input, call);
    const answered = maskedFor(actor, route, made);
    if (actor.emergency && route.method === 'GET')
      await recordEmergencyReading(reading, request.url, answered);
    const rowsRead = reads.count(actor, route, input.query as object, answered, now);
    if (rowsRead !== undefined) await writing((work) => tellOfReading(work, rowsRead));
    if (host.strict && !reply.hasHeader('idempotency-replayed')) mustBeOnRecord(route, meter);
    if (reply.sent) return;
    return send(
      host,
      route,
      reply,
      { status: route.status, headers: etagOf(answered), body: answered },
      meter,
    );
  }
  const act = async (work: Work): Promise<Kept> => {
    const { changes } = meter;
    const body = maskedFor(actor, route, await handler(work, input, call));
    // The deadline has told the caller that nothing came of it: then nothing may.
    if (reply.sent) throw new Problem(503, 'busy');
    if (host.strict) mustBeOnRecord(route, meter, changes);
    return { status: route.status, headers: { ...etagOf(body), ...locationOf(route, body) }, body };
  };
  if (route.method !== 'POST' || key === undefined) {
    return send(host, route, reply, await writing(act), meter);
  }
  const submission = {
    key: checkedKey(key),
    route: route.id,
    body: [input.params, request.body ?? null],
    ...((route.secretReply || route.rate === 'secret') && { secrets: host.secrets }),
  };
  try {
    const outcome = await writing((work) => onlyOnce(work, submission, () => act(work)));
    if (outcome.replayed) reply.header('idempotency-replayed', 'true');
    await send(host, route, reply, outcome, meter);
  } catch (error) {
    const problem = toProblem(error);
    if (problem.code === 'in_progress' || problem.code === 'idempotency_key_reused') throw problem;
    if (problem.status !== 409 && problem.status !== 422) throw error;
    const kept = {
      status: problem.status,
      headers: {},
      body: problemBody(problem, language, request.id),
    };
    await writing((work) => keepRefusal(work, submission, kept));
    throw problem;
  }
}

async function send(
  host: Host,
  route: Route,
  reply: FastifyReply,
  kept: Kept,
  meter?: Meter,
): Promise<void> {
  if (reply.sent) return;
  reply.headers(kept.headers).header('cache-control', 'no-store').code(kept.status);
  if (meter && host.strict) reply.header('server-timing', `sql;desc="${meter.statements}"`);
  if (kept.status >= 400) {
    await reply.type('application/problem+json').serializer(JSON.stringify).send(kept.body);
    return;
  }
  if (route.status === 204) {
    await reply.send();
    return;
  }
  if (host.strict && route.kind === 'json' && !checkOf(route.reply).Check(kept.body)) {
    const faults = [...checkOf(route.reply).Errors(kept.body)].slice(0, 5);
    throw new Error(`${route.id} answers outside its contract: ${JSON.stringify(faults)}`);
  }
  await reply.send(kept.body);
}

/** 428 without, and later 412 with an older one (D-15). Steps may carry it, changes must. */
function expectedOf(route: Route, request: FastifyRequest): number | undefined {
  const given = request.headers['if-match'];
  const version =
    given === undefined ? undefined : Number(/^(?:W\/)?"(\d{1,10})"$/.exec(given)?.[1]);
  if (version !== undefined && Number.isNaN(version)) throw new Problem(412, 'version_stale');
  if (version === undefined && (route.method === 'PATCH' || route.method === 'DELETE')) {
    throw new Problem(428, 'version_needed');
  }
  return version;
}

function etagOf(body: unknown): Record<string, string> {
  const version = (body as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? { etag: `"${version}"` } : {};
}

function locationOf(route: Route, body: unknown): Record<string, string> {
  const made = (body as { id?: unknown } | null)?.id;
  return route.status === 201 && typeof made === 'string'
    ? { location: `/api/v1${route.path}/${made}` }
    : {};
}

function checkedKey(key: string | string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Problem(400, 'invalid', {}, [{ pointer: 'Idempotency-Key', code: 'wrong_format' }]);
}

/** Every error leaves as a problem (RFC 9457); a bug is logged and told as 500. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500)
      request.log.error({ err: error, code: problem.code }, 'request failed');
    logRefusal(request, problem);
    return sendProblem(problem, request, reply);
  });
  const methodsAt = methodsByAddress(app);
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(request.url);
    if (methods.length === 0 || methods.includes(request.method)) {
      return sendProblem(new Problem(404, 'not_found'), request, reply);
    }
    reply.header('allow', methods.join(', '));
    return sendProblem(new Problem(405, 'method_not_allowed'), request, reply);
  });
}
