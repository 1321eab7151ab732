import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Host } from './host.ts';

/** Figures for whoever runs this: by route, never by tenant or person (D-74). Not to the world: loopback only. */
export function requestMetrics(app: FastifyInstance, host: Host): void {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'jingming_' });
  const seconds = new Histogram({
    name: 'jingming_request_seconds',
    help: 'Time of a request by route',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  });
  const answers = new Counter({
    name: 'jingming_answers_total',
    help: 'Answers by route and class of status',
    labelNames: ['route', 'class'],
    registers: [register],
  });
  new Gauge({
    name: 'jingming_live_listeners',
    help: 'Open event streams',
    registers: [register],
    collect() {
      this.set(host.live.listening);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = (request.routeOptions.config as { routeId?: string }).routeId ?? 'other';
    seconds.observe({ route }, reply.elapsedTime / 1000);
    answers.inc({ route, class: `${Math.floor(reply.statusCode / 100)}xx` });
  });
  app.get('/metrics', async (request, reply) => {
    if (!isLoopback(request.ip)) return reply.callNotFound();
    return reply.type(register.contentType).send(await register.metrics());
  });
}

const isLoopback = (address: string) => address === '::1' || /^(::ffff:)?127\./.test(address);
