import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { Program, removeDir, seeded, setUp, throwawayDir } from '../process.ts';
import { load, send, tracesOf, undone, whole } from './clients.ts';

const dataDir = throwawayDir();
let program: Program;
afterAll(async () => {
  await program?.end();
  removeDir(dataDir);
});

/** One of the program alone, one with its database; `npm run check:crash` is the long way. */
const rounds = 2;

describe('a server that is killed', () => {
  test('G-01 G-05 D-20 what it acknowledged is there once, anything else wholly or not at all', async () => {
    const random = seeded('killed server');
    program = await Program.start({ dataDir });
    const founder = await setUp(program);
    let kept = 0;
    for (let round = 1; round <= rounds; round++) {
      const clients = load(program, founder, { untilLost: true });
      await sleep(200 + random() * 600);
      // Every other time the database goes with it, as when a machine runs out of memory or power.
      if (round % 2 === 0) process.kill(program.postmasterPid(), 'SIGKILL');
      await program.end('SIGKILL');
      await clients.end();
      program = await Program.start({ dataDir });

      const found = await tracesOf(program, founder, clients.wishes);
      for (const wish of clients.wishes) {
        const traces = found.get(wish.key);
        if (wish.id) expect(traces).toEqual(whole(wish));
        else expect([whole(wish), undone(wish)]).toContainEqual(traces);
      }
      for (const wish of clients.wishes) {
        const { id } = wish;
        expect(await send(program, founder, wish)).toMatchObject({ status: 201 });
        if (id) expect(wish.id).toBe(id);
      }
      const afterwards = await tracesOf(program, founder, clients.wishes);
      for (const wish of clients.wishes) expect(afterwards.get(wish.key)).toEqual(whole(wish));
      kept += clients.wishes.length;
    }
    expect(kept).toBeGreaterThan(rounds * 4);
  }, 180_000);
});
