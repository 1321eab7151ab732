import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Host } from './host.ts';
import { figuresOfAll, tellFigures } from './metrics-of-several.ts';

export interface GaugeSpec {
  /** Without the product's name, with its unit: `oldest_task_seconds`. */
  name: string;
  help: string;
  /** Each process has its own, and together they are the sum; otherwise all see the same of the whole house. */
  isOfProcess?: boolean;
  /** Asked at each scrape; a figure that cannot be had is NaN, and the others still come. */
  read(host: Host): Promise<number | undefined>;
}
const gauges: GaugeSpec[] = [];
/** A figure that a part of the house knows of itself. Declared when its file is loaded. */
export const defineGauge = (spec: GaugeSpec): void => {
  gauges.push(spec);
};

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
  for (const { name, help, isOfProcess, read } of gauges) {
    new Gauge({
      name: `jingming_${name}`,
      help,
      aggregator: isOfProcess ? 'sum' : 'first',
      registers: [register],
      async collect() {
        this.set((await read(host).catch(() => undefined)) ?? Number.NaN);
      },
    });
  }
  app.addHook('onResponse', async (request, reply) => {
    const route = (request.routeOptions.config as { routeId?: string }).routeId ?? 'other';
    seconds.observe({ route }, reply.elapsedTime / 1000);
    answers.inc({ route, class: `${Math.floor(reply.statusCode / 100)}xx` });
  });
  tellFigures(register);
  app.get('/metrics', async (request, reply) => {
    if (!isNear(request)) return reply.callNotFound();
    return reply.type(register.contentType).send(await figuresOfAll(register));
  });
}

/** From this machine itself; what a proxy on this machine brings from elsewhere says so. */
const isNear = ({ socket, headers }: FastifyRequest): boolean =>
  isLoopback(socket.remoteAddress ?? '') &&
  !['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => name in headers);
const isLoopback = (address: string) => address === '::1' || /^(::ffff:)?127\./.test(address);
