import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Founder, Program, removeDir, setUp, throwawayDir, until } from '../process.ts';
import { newWish, send } from './clients.ts';
import { head, type RawAnswer, sendBytes, sendMuch } from './raw.ts';

const mebibyte = 1024 * 1024;
const canary = 'kanarienvogel';
const canaryPhone = '13987654321';
const dataDir = throwawayDir();
let program: Program;
let founder: Founder;
beforeAll(async () => {
  program = await Program.start({ dataDir, env: { LOG_LEVEL: 'trace' } });
  founder = await setUp(program);
});
afterAll(async () => {
  await program?.end();
  removeDir(dataDir);
});

const octets = () => ({ ...founder.headers, 'content-type': 'application/octet-stream' });
const json = { 'content-type': 'application/json' };

/** What it holds in memory right now, as it says itself. */
async function residentBytes(): Promise<number> {
  const figures = await (await fetch(`${program.url}/metrics`)).text();
  return Number(/^jingming_process_resident_memory_bytes (\S+)$/m.exec(figures)?.[1]);
}

async function expectSound(): Promise<void> {
  expect(program.isRunning).toBe(true);
  expect(await send(program, founder, newWish())).toMatchObject({ status: 201 });
}

describe('an upload', () => {
  test('of 100 MB is refused with what to do; the memory stays, and so does the connection’s answer', async () => {
    const before = await residentBytes();
    let most = before;
    const watching = setInterval(async () => {
      most = Math.max(most, await residentBytes().catch(() => 0));
    }, 50);
    const announced = { ...octets(), 'content-length': String(100 * mebibyte) };
    for (const headers of [announced, octets()]) {
      const answer = await sendMuch(program, '/files', headers, 100 * mebibyte);
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({
        code: 'file_too_large',
        detail: '文件最大 20 MB，请压缩或分成几个文件后再上传。',
      });
    }
    clearInterval(watching);
    expect(most - before).toBeLessThan(90 * mebibyte);
    expect(readdirSync(join(dataDir, 'files', 'incoming'))).toEqual([]);
    await expectSound();
  });

  test('that breaks off leaves nothing', async () => {
    const incoming = () => readdirSync(join(dataDir, 'files', 'incoming'));
    const socket = connect(Number(new URL(program.url).port), 'localhost');
    const type = 'Content-Type: application/octet-stream';
    const cookie = `Cookie: ${founder.headers.cookie}`;
    socket.write(head('POST /api/v1/files', type, cookie, 'Content-Length: 9000000'));
    socket.write(Buffer.alloc(mebibyte, 'a'));
    await until('it has begun', () => incoming().length === 1);
    socket.destroy();
    await until('it is cleared away', () => incoming().length === 0);
    await expectSound();
  });
});

describe('what cannot be read', () => {
  const post = (...lines: string[]) => head('POST /api/v1/employees', cookieLine(), ...lines);
  const cookieLine = () => `Cookie: ${founder.headers.cookie}`;
  const typed = (type: string, body: string | Buffer) => {
    const bytes = Buffer.from(body as string);
    const lines = [`Content-Type: ${type}`, `Content-Length: ${bytes.length}`];
    return Buffer.concat([Buffer.from(post(...lines)), bytes]);
  };
  const ofJson = (body: string | Buffer) => typed('application/json', body);
  const good = '{"name":"张三","roleKeys":[]}';

  /** By name: the bytes, and the status that tells the sender what was wrong with them. */
  const cases: Record<string, [() => string | Buffer, number]> = {
    'a form': [() => typed('application/x-www-form-urlencoded', 'name=a'), 415],
    'plain text': [() => typed('text/plain', good), 415],
    'no type at all': [() => `${post('Content-Length: 2')}{}`, 415],
    'a type that only begins like ours': [() => typed('application/jsonp', good), 415],
    'bytes for JSON': [() => typed('application/octet-stream', good), 415],
    'GBK for UTF-8': [
      () => ofJson(Buffer.from([123, 34, 110, 34, 58, 34, 0xd5, 0xc5, 34, 125])),
      400,
    ],
    'GBK in pieces': [
      () => {
        const start = post('Content-Type: application/json', 'Transfer-Encoding: chunked');
        const body = Buffer.from('{"name":"\xd5\xc5","roleKeys":[]}', 'latin1');
        const piece = [
          Buffer.from(`${body.length.toString(16)}\r\n`),
          body,
          Buffer.from('\r\n0\r\n\r\n'),
        ];
        return Buffer.concat([Buffer.from(start), ...piece]);
      },
      400,
    ],
    'half a JSON': [() => ofJson('{"name":'), 400],
    'ten thousand levels': [() => ofJson('['.repeat(10_000) + ']'.repeat(10_000)), 400],
    'half a million levels': [() => ofJson('{"a":'.repeat(200_000)), 400],
    'a key twice': [() => ofJson('{"name":"a","name":"b","roleKeys":[]}'), 400],
    'a prototype': [() => ofJson('{"__proto__":{"a":1},"name":"a","roleKeys":[]}'), 400],
    'a NUL': [() => ofJson('{"name":"a\\u0000b","roleKeys":[]}'), 400],
    'a lone surrogate': [() => ofJson('{"name":"a\\ud800","roleKeys":[]}'), 400],
    'more than 1 MiB': [() => ofJson(`{"name":"${'a'.repeat(mebibyte)}"}`), 413],
    'packed bytes': [
      () =>
        `${post('Content-Type: application/json', 'Content-Encoding: gzip', 'Content-Length: 3')}\x1f\x8b\x08`,
      400,
    ],
    'broken pieces': [
      () => `${post('Content-Type: application/json', 'Transfer-Encoding: chunked')}ZZ\r\nabc\r\n`,
      400,
    ],
    'two lengths': [() => `${post('Content-Length: 2', 'Transfer-Encoding: chunked')}{}`, 400],
    'a flood of headers': [
      () => post(...Array.from({ length: 3000 }, (_, at) => `X-${at}: ${'a'.repeat(20)}`)),
      431,
    ],
    'one endless header': [() => post(`X-Long: ${'a'.repeat(100_000)}`), 431],
    'no request at all': [() => 'guten Tag\r\n\r\n', 400],
    'TLS on the plain port': [() => Buffer.from('160301020001000001fc0303', 'hex'), 400],
    'a method that is none': [() => head('QUARK /api/v1/employees'), 400],
    'an address that cannot be decoded': [() => head('GET /api/v1/employees/%zz'), 400],
    'a NUL in the address': [() => head('GET /api/v1/files/%00', cookieLine()), 400],
    'an endless address': [() => head(`GET /api/v1/sessions/${'a'.repeat(5000)}/revoke`), 404],
    'a way up the folders': [() => head('GET /assets/..%2f..%2fserver.ts'), 404],
    'a limit beyond reason': [() => head('GET /api/v1/employees?limit=1e99', cookieLine()), 400],
    'a limit twice': [() => head('GET /api/v1/employees?limit=1&limit=2', cookieLine()), 400],
    'a foreign cursor': [() => head('GET /api/v1/employees?cursor=%FF%FE', cookieLine()), 400],
    'a broken cookie': [() => head('GET /api/v1/session', 'Cookie: jm_session=%00;;=;'), 401],
    'a broken key': [() => head('GET /api/v1/session', 'Authorization: Bearer jm_\xff'), 401],
    'an endless idempotency key': [
      () => {
        const key = `Idempotency-Key: ${'k'.repeat(300)}`;
        return `${post('Content-Type: application/json', key, `Content-Length: ${Buffer.byteLength(good)}`)}${good}`;
      },
      400,
    ],
  };

  test.each(Object.keys(cases))('D-33 %s is refused in our words', async (name) => {
    const [bytes, status] = cases[name]!;
    const answer: RawAnswer = await sendBytes(program, bytes());
    expect(answer).toMatchObject({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
    });
  });

  test('the server is as sound as before', expectSound);
});

test('D-17 who sends his request head a letter at a time is shown the door', async () => {
  const socket = connect(Number(new URL(program.url).port), 'localhost');
  let heard = '';
  let isClosed = false;
  socket.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
  });
  socket
    .on('error', () => {})
    .on('close', () => {
      isClosed = true;
    });
  socket.write('GET /api/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const trickle = setInterval(() => socket.write('a'), 500);
  await until('the door', () => isClosed, 45_000).finally(() => clearInterval(trickle));
  expect(heard).toMatch(/^HTTP\/1\.1 408 .*too_slow/s);
  await expectSound();
});

describe('what the logs hold', () => {
  test('D-72 no bodies, query strings, cookies, phones: neither the program’s lines nor the database’s', async () => {
    const secret = { cookie: `${founder.headers.cookie}; x=${canary}`, 'x-note': canary };
    const person = { name: canary, phone: canaryPhone, roleKeys: [] };
    const ask = (method: string, path: string, body?: unknown, headers = {}) =>
      program.ask(method, path, { body, headers: { ...secret, ...headers } });
    const statuses = await Promise.all([
      ask('POST', '/employees', person),
      ask('POST', '/employees', { ...person, unknown: canary }),
      ask('GET', `/customers?q=${canaryPhone}`),
      ask('GET', `/employees?cursor=${canary}`),
      ask('POST', '/session', { username: canary, password: canary }),
      program.ask('GET', '/session', { headers: { authorization: `Bearer jm_${canary}` } }),
      fetch(`${program.url}/api/v1/employees`, {
        method: 'POST',
        headers: { ...secret, ...json },
        body: `{"${canary}`,
      }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([201, 400, 200, 400, 401, 401, 400]);
    // The database goes away under requests that carry what must not be told: now there are errors to log.
    process.kill(program.postmasterPid(), 'SIGKILL');
    const failed = await Promise.all(
      Array.from({ length: 8 }, () => ask('POST', '/employees', person)),
    );
    expect(failed.map(({ status }) => status)).toContain(503);
    await until('the database is back', () => program.isReady());

    expect(program.output).toContain('request failed');
    expect(program.output).toContain('/api/v1/employees');
    const logs = join(dataDir, 'postgres', 'log');
    const ofDatabase = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
    for (const text of [program.output, ...ofDatabase]) {
      expect(text).not.toContain(canary);
      expect(text).not.toContain(canaryPhone);
      expect(text).not.toContain(founder.headers.cookie.split('=')[1]);
    }
  });
});
