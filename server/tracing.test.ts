import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect } from 'vitest';
import { customerRoutes } from '#modules/customers/contract.ts';
import { test } from '#test/shop.ts';
import { startTracing } from './tracing.ts';

interface Sent {
  resourceSpans: {
    scopeSpans: {
      spans: { name: string; spanId: string; parentSpanId?: string; attributes: unknown[] }[];
    }[];
  }[];
}

test('D-74 traces tell route and statement and when, and nothing of the people', async ({
  shop,
}) => {
  const bodies: string[] = [];
  const collector = createServer((request, reply) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      bodies.push(body);
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  const advisor = await shop.employee('advisor');
  const tracing = startTracing(`http://127.0.0.1:${port}`);
  await advisor.call(customerRoutes.add, { body: { name: '欧阳思远', phone: '13800138000' } });
  // The span of a request ends just after its answer has left.
  await nextTurn();
  await tracing.stop();
  collector.close();

  const spans = bodies
    .flatMap((body) => (JSON.parse(body) as Sent).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap((scope) => scope.spans);
  const request = spans.find(({ name }) => name === customerRoutes.add.id);
  expect(request).toBeDefined();
  const inside = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
  expect(inside.length).toBeGreaterThan(2);
  expect(bodies.join()).toContain('"stringValue":"jingming"');
  expect(bodies.join()).not.toMatch(/欧阳|138001|[0-9a-f]{8}-[0-9a-f]{4}-7/);
});
