import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { logFormatters, logHooks, logSerializers } from './logging.ts';

test('D-72 a line of the log holds what is allowed, and no other field', async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const shape = { serializers: logSerializers, formatters: logFormatters, hooks: logHooks };
  const logger = { level: 'trace', stream, ...shape };
  const http = Fastify({ logger });
  http.get('/here', (request) => {
    request.log.info({ customer: '张三', code: 'conflict' }, 'looked');
    request.log.warn(new Error('no "张三" either'));
    throw new Error('cannot find "张三"');
  });
  http.get('/api/v1/opt-outs/:token', async () => 'ok');
  await http.inject('/here?q=张三');
  await http.inject('/api/v1/opt-outs/kX9-secret-of-a-link');
  await http.close();
  const [incoming, looked, ...rest] = lines.map((line) => JSON.parse(line));
  expect(incoming.req).toMatchObject({ method: 'GET', path: '/here' });
  expect(looked).toMatchObject({ code: 'conflict', msg: 'looked', reqId: expect.any(String) });
  expect(rest.map(({ err }) => err?.message)).toContain('cannot find …');
  expect(lines.join()).not.toContain('张三');
  expect(lines.join()).toContain('/api/v1/opt-outs/…');
  expect(lines.join()).not.toContain('kX9');
});
