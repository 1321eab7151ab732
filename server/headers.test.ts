import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fixedHeaders } from '#platform/headers.ts';
import { routeTable } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { testClock, testServer } from '#test/server.ts';
import { test } from '#test/shop.ts';
import { type App, buildApp } from './app.ts';

const publicUrl = 'https://shop.example';
const folder = mkdtempSync(join(tmpdir(), 'jingming-headers-'));
const expected = Object.keys(fixedHeaders(publicUrl));
let app: App;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(folder, 'web', 'link.html'), '<!doctype html><title>link</title>');
  writeFileSync(join(folder, 'web', 'genuine.html'), '<!doctype html><title>genuine</title>');
  writeFileSync(join(folder, 'web', 'prices.html'), '<!doctype html><title>prices</title>');
  writeFileSync(join(folder, 'web', 'shop.html'), '<!doctype html><title>shop</title>');
  writeFileSync(join(folder, 'web', 'link.webmanifest'), '{}');
  writeFileSync(join(folder, 'web', 'shop.webmanifest'), '{}');
  for (const name of ['app-1.js', 'pdf.worker.min-1.mjs'])
    writeFileSync(join(folder, 'web', 'assets', name), 'export {};');
  app = await buildApp({
    database: (await testServer()).database,
    clock: testClock,
    filesDir: join(folder, 'files'),
    publicUrl,
    cursorSecret: randomBytes(32),
    strict: true,
    webDir: join(folder, 'web'),
  });
  port = Number(new URL(await app.http.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  await app.http.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The heads of what comes back for bytes that are sent as they are. */
function headOf(sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    let got = '';
    const done = () => {
      socket.destroy();
      resolve(got.toLowerCase());
    };
    socket.on('data', (part) => {
      got += part;
      if (got.includes('\r\n\r\n')) done();
    });
    socket.on('end', done);
    socket.on('error', reject);
    socket.setTimeout(5000, done);
  });
}
const missingIn = (head: string) => expected.filter((name) => !head.includes(`\r\n${name}: `));
const ask = (method: string, path: string, more = '') =>
  headOf(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`);

describe('G-48 D-62 the headers stand on', () => {
  test('every route of the table, whoever asks', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const wrong: string[] = [];
    for (const { id, method, path } of routeTable()) {
      if (id === 'system.moveClock') continue;
      const address = `/api/v1${path.replace(/:\w+/g, newId(shop.now))}`;
      for (const cookie of ['', `cookie: ${owner.cookie}\r\nif-match: "1"\r\n`]) {
        const head = await ask(method, address, cookie);
        if (missingIn(head).length > 0) wrong.push(`${id} ${head.split('\r\n')[0]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.for([
    ['GET', '/'],
    ['GET', '/customers/whatever'],
    ['GET', '/k'],
    ['GET', '/g'],
    ['GET', '/assets/app-1.js'],
    ['GET', '/assets/pdf.worker.min-1.mjs'],
    ['GET', '/assets/gone.js'],
    ['GET', '/link.webmanifest'],
    ['GET', '/shop.webmanifest?slug=east'],
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/metrics'],
    ['GET', '/api/docs'],
    ['GET', '/api/docs/swagger-ui.css'],
    ['GET', '/api/v1/nowhere'],
    ['PUT', '/api/v1/customers'],
    ['OPTIONS', '/api/v1/customers'],
    ['HEAD', '/'],
    ['GET', '/%zz'],
    ['GET', '/api/v1/%zz'],
    ['GET', `/${'a'.repeat(3000)}`],
  ] as const)('%s %s', async ([method, path]) => {
    expect(missingIn(await ask(method, path))).toEqual([]);
  });

  test.for([
    ['no request', 'hello\r\n\r\n'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a head that is too large', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['an expectation', 'POST /api/v1/session HTTP/1.1\r\nhost: x\r\nexpect: wonders\r\n\r\n'],
    [
      'two lengths',
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na',
    ],
    [
      'an upgrade',
      'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    ],
    [
      'a body of no known type',
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: 1\r\n\r\na',
    ],
    [
      'broken JSON',
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1\r\n\r\n{',
    ],
  ] as const)('the answer to %s', async ([, sent]) => {
    const head = await headOf(sent);
    expect(head).toMatch(/^http\/1\.1 [2-5]\d\d/);
    expect(missingIn(head)).toEqual([]);
  });

  test('live changes, whose answer never ends', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const head = await ask('GET', '/api/v1/events', `cookie: ${owner.cookie}\r\n`);
    expect(head).toContain('text/event-stream');
    expect(missingIn(head)).toEqual([]);
  });
});

test('D-62 no page is allowed what it could be attacked by', async () => {
  const page = await ask('GET', '/');
  const policy = /content-security-policy: (.*)\r\n/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)|\*/);
});

test('D-62 the worker that reads PDFs reaches us and nobody else, no other file reaches anything', async () => {
  const policyOf = async (name: string) =>
    /content-security-policy: (.*)\r\n/.exec(await ask('GET', `/assets/${name}`))?.[1];
  expect(await policyOf('pdf.worker.min-1.mjs')).toBe(
    "default-src 'none'; script-src 'self'; connect-src 'self'",
  );
  expect(await policyOf('app-1.js')).toBe("default-src 'none'; frame-ancestors 'none'");
});

test('D-62 the page of a link tells nobody where one comes from, and is found by no search', async () => {
  const page = await ask('GET', '/k');
  expect(page).toContain('\r\nreferrer-policy: no-referrer\r\n');
  expect(page).toContain('\r\nx-robots-tag: noindex, nofollow\r\n');
});

test('D-61 on the pages of who has no login no text becomes markup or script', async () => {
  for (const address of ['/k', '/g', '/p', '/s'])
    expect(await ask('GET', address)).toContain(
      "require-trusted-types-for 'script'; trusted-types jingming",
    );
});
