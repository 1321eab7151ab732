import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '#database/embedded/processes.ts';
import { type Founder, Program, removeDir, setUp, throwawayDir, until } from '../process.ts';
import { load, send, tracesOf, whole } from './clients.ts';

const processes = 3;
/** The test clock is one process's. */
const env = { JINGMING_WORKERS: String(processes), JINGMING_TEST_CLOCK: '' };
const dataDir = throwawayDir();
let program: Program;
let founder: Founder;
beforeAll(async () => {
  program = await Program.start({ dataDir, env });
  founder = await setUp(program);
});
afterAll(async () => {
  await program?.end();
  removeDir(dataDir);
});

const fieldsOf = (pid: string) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** The processes that answer requests: children of the program that run it themselves. */
function answering(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isChild = Number(fieldsOf(pid)[1]) === program.pid;
        return isChild && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.ts');
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** A page that listens for changes, each on a connection of its own. */
async function openPage(): Promise<{ heard: () => string; close: () => Promise<void> }> {
  const reply = await program.ask('GET', '/events', { headers: founder.headers });
  expect(reply.status).toBe(200);
  const reader = reply.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  };
  // A stream ends with the process that held it.
  const reading = read().catch(() => {});
  return { heard: () => text, close: () => reader.cancel().then(() => reading) };
}

/** How many listen for changes in all processes together. */
async function listening(): Promise<number> {
  const figures = await (await fetch(`${program.url}/metrics`)).text();
  return Number(/\njingming_live_listeners (\d+)\n/.exec(figures)?.[1]);
}

describe('several processes behind one port', () => {
  test('scale 38 what one of them changes is heard on the pages of all, and their figures are one', async () => {
    expect(answering()).toHaveLength(processes);
    const before = await listening();
    const pages = [];
    for (let page = 0; page < processes * 2; page++) pages.push(await openPage());
    expect((await listening()) - before).toBe(pages.length);

    const body = { name: '新同事', roleKeys: ['advisor'] };
    const reply = await program.ask('POST', '/employees', { headers: founder.headers, body });
    const { id } = (await reply.json()) as { id: string };
    for (const { heard } of pages)
      await until('every page hears of it', () => heard().includes(id));
    await Promise.all(pages.map(({ close }) => close()));
  });

  test('G-01 G-05 one of them falls: what was acknowledged is there once, and another one begins', async () => {
    const clients = load(program, founder, { clients: 6 });
    await until('some are served', () => clients.outcomes.length > 20);
    const [fallen] = answering();
    process.kill(fallen!, 'SIGKILL');
    await until('another one begins', () => {
      const now = answering();
      return now.length === processes && !now.includes(fallen!);
    });
    const before = clients.outcomes.length;
    await until('they are served on', () => clients.outcomes.length > before + 20);
    await clients.end();
    for (const { status } of clients.outcomes) expect([201, 'unknown']).toContain(status);
    for (const wish of clients.wishes) {
      const { id } = wish;
      expect(await send(program, founder, wish)).toMatchObject({ status: 201 });
      if (id) expect(wish.id).toBe(id);
    }
    const found = await tracesOf(program, founder, clients.wishes);
    for (const wish of clients.wishes) expect(found.get(wish.key)).toEqual(whole(wish));
  });

  test('G-06 D-83 told to stop they answer what is under way and end; they do not outlive the first', async () => {
    const clients = load(program, founder, { untilLost: true });
    await until('some are served', () => clients.outcomes.length > 20);
    const children = answering();
    expect(await program.end('SIGTERM')).toBe(0);
    await clients.end();
    for (const { status } of clients.outcomes) expect([201, 503, 'unknown']).toContain(status);
    expect(children.filter(isAlive)).toEqual([]);

    program = await Program.start({ dataDir, env });
    for (const wish of clients.wishes) {
      const { id } = wish;
      expect(await send(program, founder, wish)).toMatchObject({ status: 201 });
      if (id) expect(wish.id).toBe(id);
    }
    const orphans = answering();
    await program.end('SIGKILL');
    await until('the others end with it', () => orphans.every((pid) => !isAlive(pid)));
    program = await Program.start({ dataDir, env });
  });
});
