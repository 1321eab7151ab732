import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Founder, Program, removeDir, setUp, throwawayDir, until } from '../process.ts';
import { load, send, tracesOf, whole } from './clients.ts';

const dataDir = throwawayDir();
let program: Program;
let founder: Founder;
beforeAll(async () => {
  program = await Program.start({ dataDir });
  founder = await setUp(program);
});
afterAll(async () => {
  await program?.end();
  removeDir(dataDir);
});

/** A request whose body comes in two parts, so that the server is stopped in its middle. */
function slowRequest(key: string) {
  const agent = new Agent({ keepAlive: true });
  const { cookie } = founder.headers;
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': key };
  const asked = request(`${program.url}/api/v1/employees`, { method: 'POST', agent, headers });
  asked.write('{"name":"慢慢来",');
  return {
    finish: async () => {
      const answered = once(asked, 'response');
      asked.end('"roleKeys":[]}');
      const [response] = await answered;
      response.resume();
      await once(response, 'end');
      return response.statusCode as number;
    },
  };
}

/** A page that is open and listens for changes. */
async function openPage(): Promise<{ closed: Promise<unknown> }> {
  const reply = await program.ask('GET', '/events', { headers: founder.headers });
  expect(reply.status).toBe(200);
  return { closed: reply.text() };
}

describe('a server that is told to stop', () => {
  test('G-06 D-83 answers what is under way, refuses the rest, ends with 0; being told twice does not hurt', async () => {
    const page = await openPage();
    const slow = slowRequest('slow-1');
    const clients = load(program, founder, { untilLost: true });
    await until('some are served', () => clients.outcomes.length > 20);

    const signalled = program.end('SIGTERM');
    await sleep(20);
    program.child.kill('SIGTERM');
    program.child.kill('SIGINT');
    // The slow request holds the program until then.
    await until('some are refused', () => clients.outcomes.some(({ status }) => status !== 201));
    await clients.end();
    expect(await slow.finish()).toBe(201);
    await page.closed;
    expect(await signalled).toBe(0);

    for (const { status, code, retryAfter } of clients.outcomes) {
      expect([201, 503, 'unknown']).toContain(status);
      if (status === 503)
        expect({ code, retryAfter }).toEqual({ code: 'stopping', retryAfter: '5' });
    }
    expect(program.output).not.toMatch(/\n\s+at /);

    program = await Program.start({ dataDir });
    for (const wish of clients.wishes) {
      const { id } = wish;
      expect(await send(program, founder, wish)).toMatchObject({ status: 201 });
      if (id) expect(wish.id).toBe(id);
    }
    const found = await tracesOf(program, founder, clients.wishes);
    for (const wish of clients.wishes) expect(found.get(wish.key)).toEqual(whole(wish));
  });
});
