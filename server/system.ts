import type { FastifyInstance } from 'fastify';
import { MovableClock } from '#platform/clock.ts';
import type { Host } from '#platform/host.ts';
import { routeTable, serve, servePublic } from '#platform/http.ts';
import { requestMetrics } from '#platform/metrics.ts';
import { openApiDocument } from '#platform/openapi.ts';
import { Problem } from '#platform/problem.ts';
import { globalStatement } from '#platform/sql.ts';
import { runDue, type TaskHost } from '#platform/tasks.ts';
import { addProblemWords } from '#platform/words.ts';
import { clockRoutes, publicRoutes, systemRoutes } from './contract.ts';
import { OpenStreams } from './open-streams.ts';

addProblemWords({
  'zh-CN': { clock_backwards: { title: '时钟不能后退', detail: '测试时钟只能向前拨。' } },
  en: { clock_backwards: { title: 'Not backwards', detail: 'The test clock only moves forward.' } },
});

const alive = globalStatement<{ ok: number }, object>('system.alive', 'select 1 as ok');

/** Health, metrics, the document, live changes; the test clock where one runs. */
export function serveSystem(app: FastifyInstance, host: Host, taskHost: TaskHost): void {
  app.get('/healthz', async (_request, reply) => reply.type('text/plain').send('ok'));
  app.get('/readyz', async (_request, reply) => {
    await host.database.global(alive, []);
    return reply.type('text/plain').send('ready');
  });
  requestMetrics(app, host);
  servePublic(app, host, publicRoutes, {
    openapi: async ({ reply }) =>
      reply.type('application/json').send(openApiDocument(routeTable())),
  });
  serveChanges(app, host);
  if (host.clock instanceof MovableClock) serveTestClock(app, host, host.clock, taskHost);
}

function serveChanges(app: FastifyInstance, host: Host): void {
  const streams = new OpenStreams(host.live);
  app.addHook('preClose', async () => streams.end());
  serve(app, host, systemRoutes, {
    events: async ({ actor }, _input, { reply }) => {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 3000\n\n');
      streams.add(raw, actor);
      return reply;
    },
  });
}

function serveTestClock(
  app: FastifyInstance,
  host: Host,
  clock: MovableClock,
  taskHost: TaskHost,
): void {
  const move = async ({ now }: { now: string }) => {
    if (!clock.moveTo(new Date(now))) throw new Problem(422, 'clock_backwards');
    return { now: clock.now().toISOString(), ran: await runDue(taskHost) };
  };
  servePublic(app, host, clockRoutes, { moveClock: async (_call, { body }) => move(body) });
  app.put('/api/v1/test-clock', async (request) => move(request.body as { now: string }));
}
