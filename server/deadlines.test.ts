import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerProblems } from '#platform/http.ts';
import { readBodiesStrictly } from './bodies.ts';
import { keepDeadlines } from './deadlines.ts';

const http = Fastify({ forceCloseConnections: true });
let isLetGo = false;
beforeAll(async () => {
  answerProblems(http);
  keepDeadlines(http, { body: 400, answer: 300, heavyAnswer: 300 });
  readBodiesStrictly(http);
  const later = async () => {
    while (!isLetGo) await sleep(20);
    return { done: true };
  };
  http.post('/slow', { config: { routeId: 'slow', kind: 'json' } as object }, later);
  http.post('/upload', { config: { routeId: 'upload', kind: 'upload' } as object }, later);
  await http.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  isLetGo = true;
  await http.close();
});

const address = () => http.server.address() as { port: number };

test('D-17 what takes too long is told so, and its late end does no harm', async () => {
  const reply = await http.inject({ method: 'POST', url: '/slow', payload: {} });
  expect(reply.statusCode).toBe(503);
  expect(reply.json()).toMatchObject({ code: 'busy' });
  expect(reply.headers['retry-after']).toBe('5');
});

test('D-17 a body that only trickles is refused in our words, and the connection closed', async () => {
  const socket = connect(address().port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => {});
  const head = ['POST /slow HTTP/1.1', 'Host: x', 'Content-Type: application/json'];
  socket.write([...head, 'Content-Length: 900', '', '{"a":'].join('\r\n'));
  await once(socket, 'close');
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(heard).toContain('"code":"too_slow"');
});

test('D-17 an upload may take longer than a form', async () => {
  const sent = http.inject({
    method: 'POST',
    url: '/upload',
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from('bytes'),
  });
  await sleep(600);
  isLetGo = true;
  expect((await sent).statusCode).toBe(200);
});
