import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '#database/embedded/processes.ts';
import {
  type Founder,
  Program,
  removeDir,
  seeded,
  setUp,
  throwawayDir,
  until,
} from '../process.ts';
import { type Load, load, type Outcome, send, tracesOf, whole } from './clients.ts';

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

/** Someone who only looks, beside those who write. */
function reader() {
  const outcomes: Outcome[] = [];
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      const reply = await program.ask('GET', '/employees', { headers: founder.headers });
      const { code } = (await reply.json()) as { code?: string };
      const retryAfter = reply.headers.get('retry-after');
      outcomes.push({ status: reply.status, ...(code && { code }), retryAfter });
      await sleep(50);
    }
  })();
  return {
    outcomes,
    end: async () => {
      isOver = true;
      await running;
    },
  };
}

/** Right, or "come again": nothing else is an answer while the database is away. */
function expectRightOrLater(outcomes: readonly Outcome[], right: number): void {
  const others = outcomes.filter(({ status }) => status !== right);
  for (const outcome of others) {
    expect(outcome).toEqual({ status: 503, code: 'database_away', retryAfter: '5' });
  }
}

async function expectAllDone({ wishes }: Load): Promise<void> {
  for (const wish of wishes) {
    const { id } = wish;
    expect(await send(program, founder, wish)).toMatchObject({ status: 201 });
    if (id) expect(wish.id).toBe(id);
  }
  const found = await tracesOf(program, founder, wishes);
  for (const wish of wishes) expect(found.get(wish.key)).toEqual(whole(wish));
}

/** The processes of the server that hold the application's connections. */
const backends = (): number[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...words]) => {
      const isOurs = Number(parent) === program.postmasterPid();
      return isOurs && words.join(' ').includes('jingming_app');
    })
    .map(([pid]) => Number(pid));

async function during(fault: () => Promise<void>): Promise<void> {
  const writers = load(program, founder, { clients: 3 });
  const looking = reader();
  await until('some are served', () => writers.outcomes.length > 10);
  await fault();
  await until('the database is back', () => program.isReady());
  const served = writers.outcomes.length;
  await until('more are served', () => writers.outcomes.length > served + 10);
  await writers.end();
  await looking.end();
  expectRightOrLater(writers.outcomes, 201);
  expectRightOrLater(looking.outcomes, 200);
  expect(program.isRunning).toBe(true);
  await expectAllDone(writers);
}

describe('a database that goes away', () => {
  test('G-07 D-80 its server is killed: answers are right or "come again", and it comes back by itself', async () => {
    const random = seeded('database killed');
    for (let round = 1; round <= 2; round++) {
      await during(async () => {
        await sleep(random() * 200);
        const pid = program.postmasterPid();
        process.kill(pid, 'SIGKILL');
        await until('another database runs', () => {
          const present = program.postmasterPid();
          return present !== pid && isAlive(present);
        });
      });
    }
  });

  test('G-07 a single connection is ended, and one is killed, which makes PostgreSQL begin anew', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await during(async () => {
        const [pid] = backends();
        process.kill(pid!, signal);
        await until('that connection is gone', () => !isAlive(pid!));
      });
    }
  });
});
