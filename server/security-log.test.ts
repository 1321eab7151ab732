import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerProblems } from '#platform/http.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { askedBy } from '#platform/security-log.ts';
import { logSerializers } from './logging.ts';

/** A server that answers each address with one fault, and the lines that it logged. */
function faulty(faults: Record<string, () => Error>) {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(text: Buffer, _encoding, done) {
      lines.push(JSON.parse(text.toString('utf8')) as Record<string, unknown>);
      done();
    },
  });
  const app = Fastify({ logger: { level: 'warn', serializers: logSerializers, stream } });
  answerProblems(app);
  for (const [address, fault] of Object.entries(faults)) {
    app.get(address, { config: { routeId: `test${address}` } as never }, async (request) => {
      askedBy(request, 'employee-1');
      throw fault();
    });
  }
  return { app, lines };
}

test('D-72 ASVS 16.3 a refusal is a line of the security stream: who, from where, what, why', async () => {
  const { app, lines } = faulty({
    '/right': () => forbidden('people.manage'),
    '/guess': () => new Problem(401, 'wrong_login'),
    '/flood': () => new Problem(429, 'too_many', { seconds: 3 }),
    '/gone': () => new Problem(404, 'not_found'),
    '/rule': () => new Problem(422, 'invalid'),
  });
  for (const address of ['/right', '/guess', '/flood', '/gone', '/rule']) {
    await app.inject({ url: `${address}?q=13800138000`, remoteAddress: '203.0.113.9' });
  }
  const told = lines.map(({ stream, route, code, status, actor, address }) => [
    stream,
    route,
    code,
    status,
    actor,
    address,
  ]);
  const from = ['employee-1', '203.0.113.9'];
  expect(told).toEqual([
    ['security', 'test/right', 'forbidden', 403, ...from],
    ['security', 'test/guess', 'wrong_login', 401, ...from],
    ['security', 'test/flood', 'too_many', 429, ...from],
  ]);
  expect(JSON.stringify(lines)).not.toContain('13800138000');
});

test('ASVS 16.3.4 16.4.1 a bug is logged with its stack, and cannot forge a line', async () => {
  const { app, lines } = faulty({
    '/bug': () => new Error('first\n{"level":10,"msg":"all is well"}'),
  });
  const reply = await app.inject('/bug');
  expect(reply.statusCode).toBe(500);
  expect(reply.body).not.toContain('first');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ msg: 'request failed', code: 'internal' });
});
